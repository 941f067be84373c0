"""What bash, zsh and fish complete: commands, options, what an option takes, labels of bundled articles, files."""

from collections.abc import Iterable, Iterator

from tui.packaging.grammar import PROGRAM, Command, Option, labels

_HEAD = f"# Made from the command line of {PROGRAM} itself.\n"

_BASH = """\
_summit_tui() {{
    local word="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" command="" names="" each
    if [[ $word == "=" ]]; then
        word=""
    elif [[ $before == "=" ]]; then
        before="${{COMP_WORDS[COMP_CWORD-2]}}"
    fi
    if ((COMP_CWORD > 1)); then
        case "${{COMP_WORDS[1]}}" in {either}) command="${{COMP_WORDS[1]}}" ;; esac
    fi
    COMPREPLY=()
    case "$command $before" in
{values}
    esac
    if [[ $word == -* && " ${{COMP_WORDS[*]:1:COMP_CWORD-1}} " != *" -- "* ]]; then
        case "$command" in
{options}
        esac
    else
        case "$command" in {bare}) return ;; esac
        names="{labels}"
        ((COMP_CWORD == 1)) && names="{commands} $names"
        while IFS= read -r each; do
            COMPREPLY+=("$each")
        done < <(compgen -f -- "$word")
    fi
    while IFS= read -r each; do
        COMPREPLY+=("$each")
    done < <(compgen -W "$names" -- "$word")
}}
complete -o filenames -F _summit_tui {program}
"""
_ZSH = """\
_summit_tui_sources() {{
    _alternative 'labels:bundled article:({labels})' 'files:file:_files'
}}
_summit_tui_first() {{
    local -a commands=(
{described}
    )
    _describe -t commands command commands
    _summit_tui_sources
}}
_summit_tui() {{
    local first=$words[2]
    if (( CURRENT > 2 )) && [[ $first == ({either}) ]]; then
        shift words
        (( CURRENT-- ))
    else
        first=''
    fi
    case "$first" in
{arguments}
    esac
}}
_summit_tui "$@"
"""


def bash(reader: Command, commands: tuple[Command, ...]) -> str:
    """The script for bash 3.2 and later, as bash-completion loads it or `source` reads it."""
    every = (reader, *commands)
    return _HEAD + _BASH.format(
        program=PROGRAM,
        either="|".join(command.name for command in commands),
        bare="|".join(command.name for command in commands if not command.sources),
        commands=" ".join(command.name for command in commands),
        labels=" ".join(labels()),
        values="\n".join(f"        {line}" for command in every for line in _bash_values(command)),
        options="\n".join(
            f'            "{command.name}") names="{" ".join(_names(command.every_option))}" ;;' for command in every
        ),
    )


def zsh(reader: Command, commands: tuple[Command, ...]) -> str:
    """The script for zsh, autoloaded from `fpath`."""
    described = (f"{command.name}:{_zsh_escaped(command.purpose, ':')}" for command in commands)
    return f"#compdef {PROGRAM}\n{_HEAD}" + _ZSH.format(
        labels=" ".join(labels()),
        either="|".join(command.name for command in commands),
        described="\n".join(f"        {_quoted(each)}" for each in described),
        arguments="\n".join(line for command in (reader, *commands) for line in _zsh_arguments(command)),
    )


def fish(reader: Command, commands: tuple[Command, ...]) -> str:
    """The script for fish 3 and later."""
    names = " ".join(command.name for command in commands)
    bare = " ".join(command.name for command in commands if not command.sources)
    rules = [
        "-f",
        f"-n 'not __fish_seen_subcommand_from {bare}' -F -a '{' '.join(labels())}' -d 'bundled article'",
        *(f"-n '__fish_is_nth_token 1' -a {each.name} -d {_fish_quoted(each.purpose)}" for each in commands),
    ]
    for command in (reader, *commands):
        seen = f"__fish_seen_subcommand_from {command.name}"
        if not command.name:
            seen = f"not __fish_seen_subcommand_from {names}"
        rules += (f"-n '{seen}' {_fish_option(option)}" for option in command.every_option)
    return _HEAD + "".join(f"complete -c {PROGRAM} {rule}\n" for rule in rules)


def _names(options: Iterable[Option]) -> Iterator[str]:
    for option in options:
        yield from option.names


def _quoted(text: str) -> str:
    """The text as one word of a POSIX shell."""
    return "'" + text.replace("'", "'\\''") + "'"


def _bash_values(command: Command) -> Iterator[str]:
    """What follows an option that takes a value: its choices, or nothing that could be told."""
    for option in command.every_option:
        if option.value:
            at = "|".join(f'"{command.name} {name}"' for name in option.names)
            chosen = f'COMPREPLY=($(compgen -W "{" ".join(option.choices)}" -- "$word")); ' if option.choices else ""
            yield f"{at}) {chosen}return ;;"


def _zsh_arguments(command: Command) -> Iterator[str]:
    """The command's case, with a line for each argument that it takes."""
    places = [f"{number}:{name.lower()}:_summit_tui_sources" for number, name in enumerate(command.sources, 1)]
    if command.sources and command.sources[-1].endswith("..."):
        places = ["*:source:_summit_tui_sources"]
    if not command.name:
        places = ["1:command or source:_summit_tui_first", *places]
    yield f"    {_quoted(command.name)})"
    specs = [*(_zsh_option(name, option) for option in command.every_option for name in option.names)]
    yield "        _arguments -S " + " \\\n            ".join(map(_quoted, (*specs, *places)))
    yield "        ;;"


def _zsh_option(name: str, option: Option) -> str:
    """How `_arguments` is told of an option under one of its names."""
    excluded = f"({' '.join(option.excludes)})"
    title = _zsh_escaped(option.title, "[]")
    if not option.value:
        return f"{excluded}{name}[{title}]"
    taken = f"({' '.join(option.choices)})" if option.choices else " "
    return f"{excluded}{name}=[{title}]:{option.value.lower()}:{taken}"


def _zsh_escaped(text: str, special: str) -> str:
    return "".join(f"\\{sign}" if sign in (*special, "\\") else sign for sign in text)


def _fish_option(option: Option) -> str:
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
    taken = f" -x -a '{' '.join(option.choices)}'" if option.choices else " -x" if option.value else ""
    return f"{names}{taken} -d {_fish_quoted(option.title)}"


def _fish_quoted(text: str) -> str:
    r"""The text as one word of fish, which knows \\ and \' between its quotes."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
