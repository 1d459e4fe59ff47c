"""Days as people write them, beside the one form that facts have."""

from icc_cli.treaty import dates


def typed(text: str) -> dates.AnyDate:
    """Read a date as `dates.parse` does, and as it is printed: `16 Nov 2016`, `Nov 2016`; or `20161116`.

    An order of day and month is never guessed: `10/11/2016` is none.
    """
    words = text.split()
    if len(text) == 8 and text.isascii() and text.isdigit():
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    elif 2 <= len(words) <= 3 and words[-2][:3].isalpha():
        *day, month, year = words
        number = next(
            (n for n, name in enumerate(_MONTHS.split(), 1) if len(month) > 2 and name.startswith(month.lower())), 0
        )
        if number and len(year) == 4 and all(one.isdigit() and len(one) < 3 for one in day):
            text = "-".join([year, f"{number:02d}", *(one.zfill(2) for one in day)])
    return dates.parse(text)


_MONTHS = "january february march april may june july august september october november december"
