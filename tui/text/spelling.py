"""Different spellings of one word brought to one form: British and American English, transliterated names.

Two different words must never meet in one form, so endings are changed only where the stem is known, or where
no word ends otherwise. What is listed are facts of spelling; no word is here for the sake of a text.
"""

import re

from tui.text.languages import language
from tui.text.typography import fold_accents

_ALTERNATIVE = {
    "grey": "gray", "greys": "grays", "greying": "graying", "tyre": "tire", "tyres": "tires",
    "programme": "program", "programmes": "programs", "ageing": "aging", "judgement": "judgment",
    "judgements": "judgments", "acknowledgement": "acknowledgment", "aluminium": "aluminum", "cosy": "cozy",
    "pyjamas": "pajamas", "jewellery": "jewelry", "woollen": "woolen", "fulfil": "fulfill",
    "fulfils": "fulfills", "fulfilment": "fulfillment", "enrol": "enroll", "enrols": "enrolls",
    "enrolment": "enrollment", "instil": "instill", "instils": "instills", "distil": "distill",
    "instalment": "installment", "instalments": "installments", "skilful": "skillful",
    "skilfully": "skillfully", "wilful": "willful", "wilfully": "willfully", "artefact": "artifact",
    "artefacts": "artifacts", "gaol": "jail", "gaols": "jails", "gaoled": "jailed", "disc": "disk",
    "discs": "disks", "practise": "practice", "practised": "practiced", "practises": "practices",
    "practising": "practicing", "aeroplane": "airplane", "aeroplanes": "airplanes", "learnt": "learned",
    "burnt": "burned", "dreamt": "dreamed", "spelt": "spelled", "spoilt": "spoiled", "whilst": "while",
    "amongst": "among", "amidst": "amid", "towards": "toward", "afterwards": "afterward",
    "backwards": "backward", "forwards": "forward", "upwards": "upward", "downwards": "downward",
    "manoeuvre": "maneuver", "manoeuvres": "maneuvers", "manoeuvred": "maneuvered", "doughnut": "donut",
    "doughnuts": "donuts", "mediaeval": "medieval", "advisor": "adviser", "advisors": "advisers",
    "okay": "ok", "yoghurt": "yogurt", "phoney": "phony", "cancellation": "cancelation",
    "cancellations": "cancelations", "marvellous": "marvelous", "marvellously": "marvelously",
    "diarrhoea": "diarrhea", "councillor": "councilor", "councillors": "councilors",
    "counsellor": "counselor", "counsellors": "counselors", "sheikh": "sheik", "sheikhs": "sheiks",
    "likeable": "likable", "chilli": "chili", "omelette": "omelet", "libellous": "libelous", "axe": "ax",
}  # fmt: skip

_OUR = (
    "neighb col lab hon fav behavi harb hum rum arm vap od parl sav rig vig val endeav clam glam splend tum ard "
    "cand ferv ranc demean misdemean flav savi succ arb malod clang enam"
)
_RE = (
    "cent epicent theat amphitheat met kilomet centimet millimet micromet lit millilit centilit fib calib sab "
    "somb spect scept lust lacklust meag mit saltpet"
)
_DOUBLED = (
    "travel cancel label model signal level total fuel refuel counsel quarrel dial duel equal jewel marvel panel "
    "pedal rival shovel spiral tunnel channel funnel initial unravel snorkel swivel chisel parcel marshal gruel "
    "remodel revel pencil shrivel squirrel stencil towel trial imperil libel drivel bedevil dishevel"
)
_BEGINNINGS = (
    ("anaem", "anem"), ("anaesth", "anesth"), ("encyclopaed", "encycloped"), ("paediatr", "pediatr"),
    ("paedophil", "pedophil"), ("haemo", "hemo"), ("haema", "hema"), ("leukaem", "leukem"),
    ("orthopaed", "orthoped"), ("gynaecolog", "gynecolog"), ("aesthet", "esthet"), ("aetiolog", "etiolog"),
    ("archaeolog", "archeolog"), ("palaeo", "paleo"), ("homoeopath", "homeopath"), ("oesophag", "esophag"),
    ("oestrogen", "estrogen"), ("manoeuvr", "maneuver"), ("foetus", "fetus"), ("foetal", "fetal"),
    ("mould", "mold"), ("moult", "molt"), ("smoulder", "smolder"), ("plough", "plow"), ("sceptic", "skeptic"),
    ("sulph", "sulf"), ("tranquilli", "tranquili"), ("moustach", "mustach"), ("caesarean", "cesarean"),
)  # fmt: skip
_STARTS = frozenset(british[:4] for british, _ in _BEGINNINGS)


def _one_of(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


_RULES = (
    ("our", rf"((?:be|dis|mis|multi|tri|un|water)?(?:{_one_of(_OUR)})o)u(r.*)", r"\1\2"),
    ("re", rf"({_one_of(_RE)})re(s|fold|goers?|piece|pieces|stage)?", r"\1er\2"),
    ("red", rf"({_one_of(_RE)})red", r"\1ered"),
    ("ence", r"(def|off|lic|pret)ence(s|less|d)?", r"\1ense\2"),
    ("ll", rf"((?:un)?(?:{_one_of(_DOUBLED)}))l(ed|ing|er|ers|ings)", r"\1\2"),
    ("pp", r"(worship|kidnap)p(ed|ing|er|ers)", r"\1\2"),
    ("ys", r"((?:psycho)?anal|paral|catal|electrol|breathal)ys(e|ed|ing|er|ers)", r"\1yz\2"),
    ("ogue", r"(catal|dial|anal|monol|epil|prol|travel)ogue(s?)", r"\1og\2"),
    ("gramme", r"((?:kilo|centi|milli)?gram)me(s?)", r"\1\2"),
)
"""What a word must hold to be looked at, how it is written, compiled where that is met, and the American way."""
_ISE = r"(.{3,})is(e|es|ed|er|ers|ing|ingly|ement|ements|ation|ations|ational|able|ably)"
_ALWAYS_S = (
    r".*(?:[aouw]|adv|dev|rev|superv|telev|improv|prov|exerc|exc|inc|circumc|prec|conc|prom|prem|surm|dem|chem"
    r"|advert|expert|treat|pract|merchand|parad|franch|sunr|moonr|enterpr|compr|surpr|repr|val|desp|chast|tenn)"
)
"""What stands before -is- in words that no one writes with -iz- (advise, promise, otherwise, raise, noise …)."""
_TRANSLITERATED = re.compile(r"(.{3,})(?:iy|yy|ij|ii|yj)")
_TRANSLITERATED_ENDS = "yij"


def fold_word(word: str, code: str = "en") -> str:
    """The form shared by all spellings of a word, in small letters where the word has a capital only in front.

    Capitalised words, taken for names, lose the differences of transliteration (-iy, -yy, -ij, -ii, -yj for
    -y) and in English their diacritics. English words take the American spelling.
    """
    if "'" in word:
        head, apostrophe, tail = word.partition("'")
        if len(head) > 1:
            return fold_word(head, code) + apostrophe + tail.casefold()
    english = code == "en" or language(code).code == "en"
    if word[:1].isupper():
        if english and not word.isascii():
            word = fold_accents(word)
        if word[-1] in _TRANSLITERATED_ENDS and (found := _TRANSLITERATED.fullmatch(word)):
            return found[1].casefold() + "y"
    word = word.casefold()
    return _american(word) if english and len(word) > 3 and word.isascii() else word


def _american(word: str) -> str:
    if word in _ALTERNATIVE:
        return _ALTERNATIVE[word]
    if word[:4] in _STARTS:
        for british, american in _BEGINNINGS:
            if word.startswith(british):
                word = american + word[len(british) :]
                break
    if "is" in word and (found := re.fullmatch(_ISE, word)) and not re.fullmatch(_ALWAYS_S, found[1]):
        return f"{found[1]}iz{found[2]}"
    for part, pattern, american in _RULES:
        if part in word and (found := re.fullmatch(pattern, word)):
            return found.expand(american)
    return word
