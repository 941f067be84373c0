"""The words of the calendar, and those that look like them."""

from tui.facts.word_sets import word_set

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SHORT_MONTHS = {
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sept": 9, "Sep": 9, "Oct": 10, "Nov": 11,
    "Dec": 12,
}  # fmt: skip
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)} | SHORT_MONTHS

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_WEEKDAYS = {
    "Mon": 1, "Tues": 2, "Tue": 2, "Weds": 3, "Wed": 3, "Thurs": 4, "Thur": 4, "Thu": 4, "Fri": 5, "Sat": 6, "Sun": 7,
}  # fmt: skip
WEEKDAY_NUMBERS = {name: number for number, name in enumerate(WEEKDAYS, 1)} | SHORT_WEEKDAYS

PARTS_OF_DAY = "morning|afternoon|evening|night|lunchtime|midday|tea-?time|dawn"

NAMED_DAYS = (
    "Ash|Black|Blue|Bloody|Bright|Casual|Cyber|Easter|Fat|Girl|Giving|Good|Holy|Man|Maundy|Palm|Red|Ruby|Sheffield|"
    "Shrove|Silver|Small Business|Super|Whit"
)
"""What makes a weekday behind it the name of a day of note, of a club or of a person."""

NAMED_BY_DAYS = (
    "Express|Football|Herald|Independent|Life|Live|Mail|Mirror|Night Football|Night Live|People|Post|Review|School|"
    "Sun|Supplement|Telegraph|Times|World"
)
"""What makes a weekday before it the name of a paper or a programme."""

ZONES = (
    "GMT|UTC|BST|CET|CEST|EET|EEST|WET|WEST|MSK|IST|JST|KST|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|AKDT|AKST|"
    "AEST|AEDT|ACST|AWST|NZST|NZDT|HKT|SGT|SAST|EAT|WAT|PKT"
)

DECADES = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
    "eighties": 1980, "nineties": 1990,
}  # fmt: skip

ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip

COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
"""How many days, weeks or years ago; a further unit word may follow a ten (twenty-five)."""

TRIGGERS = (
    frozenset(name.lower() for name in (*MONTHS, *SHORT_MONTHS, *WEEKDAYS, *DECADES))
    | word_set("yesterday today tomorrow tonight night morning afternoon evening ago day week month year weekend noon")
    | word_set("midday midnight quarter spring summer autumn winter fall century o'clock o’clock")
)
"""A sentence without any of these words, or a digit, names no date."""
