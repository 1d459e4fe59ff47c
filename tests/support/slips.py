"""Data files with slips in them, for hypothesis: what a hurried hand, a bad merge or a hostile one makes of a file.

Lines go missing, come twice, change places or depth; keys and values are swapped for others of this dataset, so that
many files still read, and some still pass the check.
"""

import re

from hypothesis import strategies as st

from tests.support.commandlines import HOSTILE

LINE = re.compile(r"(?P<start>[ ]*(?:- )*)(?P<key>[\w-]+):[ ]+(?P<value>.+)")
VALUES = [
    "", "''", "[]", "{}", "~", "-", ">", "|", "NO", "0", "1", "-1", "999999999", "9" * 30, "0001", "0001-01-01", "9999",
    "9999-12-31", "9980-01-01", "1998-07-17", "2000-12-31", "2002-07-01", "2016", "2016-11", "2016-11-10", "2016-02-30",
    "2027-06-01", "2100-02-28", "[a]", "[RUR, GRA]", "[RUR]", "{a: b}", "&a b", "*a", "!!str a", '"\\ud800"',
    '"\\u202e\\x1b[31m"', '"\\0"', "https://example.org", "javascript:alert(1)", "[red]x[/red]", "%s{0}", "signature",
    "ratification", "accession", "succession", "withdrawal-notice", "withdrawal-rescinded", "no-intent-declaration",
    "declaration", "referral", "signal", "article-124-declaration", "article-12-3-declaration", "amendment-consent",
    "name-change", "instrument-withdrawn", "none", "member", "observer", "GRA", "RUR", "situation", "examination",
    "unsc-referral",
]  # fmt: skip

Texts = dict[str, str]


def slips(texts: Texts) -> st.SearchStrategy[Texts]:
    """Return the strategy: the files that have changed, with what they hold now."""
    known: dict[str, list[str]] = {}
    for text in texts.values():
        for line in text.split("\n"):
            if found := LINE.fullmatch(line):
                known.setdefault(found["key"], []).append(found["value"])
    return _slips(texts, known)


@st.composite
def _slips(draw: st.DrawFn, texts: Texts, known: dict[str, list[str]]) -> Texts:
    """One to four slips in one or two files."""
    lines = {name: text.split("\n") for name, text in texts.items()}
    changed = draw(st.lists(st.sampled_from(sorted(texts)), min_size=1, max_size=2, unique=True))
    for _ in range(draw(st.integers(1, 4))):
        name = draw(st.sampled_from(changed))
        lines[name] = draw(_slip(lines[name], texts, known))
    return {name: "\n".join(lines[name]) for name in changed}


@st.composite
def _slip(draw: st.DrawFn, lines: list[str], texts: Texts, known: dict[str, list[str]]) -> list[str]:
    at = draw(st.integers(0, len(lines) - 1))
    end = min(at + draw(st.sampled_from([1, 1, 1, 2, 3, 8])), len(lines))
    how = draw(st.integers(0, 15))
    if how == 0:
        return lines[:at] + lines[end:] or [""]
    if how == 1:
        return lines[:end] + lines[at:]
    if how == 2:
        other = draw(st.integers(0, len(lines) - 1))
        kept = lines[:at] + lines[end:]
        return kept[:other] + lines[at:end] + kept[other:]
    if how == 3:
        shift = draw(st.sampled_from([" ", "  ", "    ", "\t", "- ", "# "]))
        return lines[:at] + [shift + line for line in lines[at:end]] + lines[end:]
    if how == 4:
        return lines[:at] + [re.sub("^(  ?|- )", "", line) for line in lines[at:end]] + lines[end:]
    if how == 5:
        strange = texts[draw(st.sampled_from(sorted(texts)))].split("\n")
        first = draw(st.integers(0, len(strange) - 1))
        return lines[:at] + strange[first : first + end - at] + lines[at:]
    if how == 6:
        place = draw(st.integers(0, len(lines[at])))
        return [*lines[:at], lines[at][:place] + draw(st.sampled_from(HOSTILE)) + lines[at][place:], *lines[at + 1 :]]
    found = LINE.fullmatch(lines[at])
    if not found:
        return lines
    start, key, value = found.groups()
    if how == 7:
        key = draw(st.sampled_from(sorted(known)))
    elif how < 12:
        value = draw(st.sampled_from(known.get(key, VALUES)))
    else:
        value = draw(st.sampled_from(VALUES))
    return [*lines[:at], f"{start}{key}: {value}", *lines[at + 1 :]]
