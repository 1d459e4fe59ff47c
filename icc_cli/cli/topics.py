"""The pages of `icc help TOPIC`, which are also sections of `man icc`. What the program knows is not typed twice."""

from collections.abc import Callable, Iterable
from importlib import import_module
from textwrap import fill

from icc_cli.cli.shells import script
from icc_cli.output import FORMATS, WORKBOOK
from icc_cli.treaty.fields import Fields

EXIT_CODES = {
    0: "found",
    1: "nothing matched, or the answer is no",
    2: "wrong usage: an unknown State, a bad date, an option that does not exist; or an answer that cannot be written",
    3: "the dataset is missing, invalid or unreadable",
    130: "interrupted",
}

ENVIRONMENT = {
    "ICC_DATA": "the data directory to use; --data wins over it",
    "ICC_FORMAT": "the format where neither --format nor the ending of -o FILE names one",
    "NO_COLOR": "if set, no colour",
    "FORCE_COLOR": "if set, colour even in a pipe; 0: none; NO_COLOR wins over it",
    "FORCE_HYPERLINK": "if set, links in every coloured terminal; 0: none",
    "TERM_PROGRAM": "by this, VTE_VERSION, TERM and the like it is known whether a terminal takes links",
    "VTE_VERSION": "the same, of terminals of GNOME",
    "ICC_PAGER": "the pager for an answer higher than the terminal; cat or nothing: none; --no-pager wins over it",
    "PAGER": "the same, if ICC_PAGER is not set; less -FRX if neither is",
    "LESS": "the options of less; FRX if not set",
    "TERM": "where it is dumb, no colour and no pager",
    "COLUMNS": "the width of the terminal; output to a pipe or file is never wrapped",
    "XDG_CACHE_HOME": "where the database of a data directory is kept, in icc-cli/",
    "XDG_DATA_HOME": "where 'icc data update' keeps a newer record, in icc-cli/record/",
    "LOCALAPPDATA": "the same as these two, on Windows",
    "HOME": "where none is set, ~/.cache/icc-cli/ and ~/.local/share/icc-cli/record/ are used",
    "SHELL": "the shell of 'icc completion', if none is named",
}


WIDTH = 73
"""Characters in a line of a page: a screen of 80, less the margin of a manual page."""


class Topic(Fields, kw_only=False):
    """A page: its line in the list of topics, and its text."""

    title: str
    text: Callable[[], str]


def rows(meanings: Iterable[tuple[object, str]]) -> str:
    """Write words and what they mean in two columns."""
    pairs = [(str(word), meaning) for word, meaning in meanings]
    width = max(len(word) for word, _ in pairs) + 4
    return "\n".join(
        fill(
            meaning,
            WIDTH,
            initial_indent=f"  {word}".ljust(width),
            subsequent_indent=" " * width,
            break_on_hyphens=False,
        )
        for word, meaning in pairs
    )


def _dates() -> str:
    return """\
A date is a day, a month or a year: 2016-11-30, 2016-11 or 2016; 'today'
is one, too.

With --since a month or year stands for its first day, elsewhere for its
last: '--since 2016 --until 2016' is all of 2016, '--on 2016' its last
day. In 'icc jurisdiction', --date takes a month or year as all its days,
and a range: 2003..2016.

  --on DATE        the day asked about; today if not given
  --known-by DATE  answer as the record stood then (icc status)
  --suppose 'STATE ACT DAY'
                   answer as if that happened, too; repeat it for more:
                   'argentina withdrawal-notice 2026-12-01'
                   'chile amendment-consent starvation 2027-02-01'
                   'india article-12-3-declaration 2027-01-01'

The day on which an act takes effect belongs to the new status. What lies
after the day through which the record was checked is marked as expected.
Where no day is known, a date stays a month or a year in every answer."""


def _names() -> str:
    return """\
A State goes by any of these, in any case, with or without accents:

  a code            KEN, KE, or the United Nations' number 404
  a name            Kenya, Republic of Kenya, 'The Gambia', Gambia
  another language  Кения, 肯尼亚, كينيا: all of Unicode CLDR
  a former name     Swaziland
  an abbreviation   drc, uk, usa

A name of several words needs quotes only after an option: -t 'South
Africa'. One that several States share is refused, with the States that
may be meant; one that no State has, with those whose names come near.

'icc status -' reads names from stdin, one a line. Acts, documents,
situations and amendments go by ids: 'icc show kenya' lists those of a
State's acts, 'icc search WORDS' finds all others.
Persons before the Court go by ids and names: 'icc cases putin'."""


def _formats() -> str:
    modules = FORMATS | {WORKBOOK: f"icc_cli.output.{WORKBOOK}"}
    formats = ((name, _first_line(module)) for name, module in modules.items())
    return f"""\
--format NAME, or -o FILE, whose ending names the format: .json, .csv,
.md, .txt, .xlsx, … Without either, the format that ICC_FORMAT names;
without that, a terminal gets a table, and a pipe plain text.

{rows(formats)}

--fields A,B picks fields, in that order; sources.symbol reaches within
one; --fields alone, at the end, lists them. Formats for programs write
dates as 2016-11-30 and States by their codes; fields are only ever
added, never renamed.

All text is UTF-8. pandas, R, LibreOffice and Numbers take CSV as it is,
Excel with --bom. Pictures ('icc map', 'chart', 'timeline') are written
with --svg and --png; whole tables by 'icc export', Parquet among them."""


def _exit_codes() -> str:
    return f"""\
{rows(EXIT_CODES.items())}

'icc jurisdiction' ends with 1 for a plain no, and with 0 for all other
answers, contested ones included: a script that asks more of an answer
reads "verdict" in --json.

A reader that closes the pipe early ('| head') is not a failure. Answers
go to stdout, all else to stderr."""


def _jurisdiction() -> str:
    return """\
A question names a crime (-c), a day (-d) and a link: where it happened
(-t, --in), or whose national the accused is (-n). The answer is yes, yes
with a caveat, contested (nobody has settled it) or no; then what it
rests on, what limits it, the steps, and what is asked next.

1. Crimea, before Ukraine joined: by its declaration.
   icc jurisdiction -c war -d 2014-03-01 -t ukr --in crimea -n russia
2. A State has left: what had begun can be finished (Art. 127(2)).
   icc jurisdiction -c cah -d 2016-09-01 -t philippines -n philippines
3. Across a border: an element of the crime on a Party's territory.
   icc jurisdiction -c cah -d 2017-09-01 -t myanmar --cross-border bgd
4. On a ship, wherever it is: the State of registration counts.
   icc jurisdiction -c war -d 2010-05-31 -t 'high seas' --vessel comoros
5. Aggression: both must be Parties, or the Council refers it
   (--referral hypothetical).
   icc jurisdiction -c aggression -d 2022-06-01 -t geo --aggressor deu
6. One crime that goes on, such as detention: its covered part counts.
   icc jurisdiction -c cah -d 2015..2018 -t burundi --continuing

-d 2016 asks for each day of a year; --all-crimes for each crime; cah is
crimes-against-humanity. What people call torture or apartheid is within
a crime of Art. 5, and the refusal says where. A war crime that an
amendment added goes by a word: --amended starvation. 'stateless' is no
nationality. A place that the record does not know gets no answer; those
it knows: icc sql 'SELECT name FROM territory_name'. Each rule: --explain
J13. All options: icc jurisdiction --help."""


def _environment() -> str:
    return f"""\
{rows(ENVIRONMENT.items())}

Only 'icc data compare URL' and 'icc data update URL' use the network."""


def _completion() -> str:
    from icc_cli.cli.shells import SHELLS

    installing = "\n\n".join(f"{shell}\n{_installing(name)}" for shell, name in SHELLS.items())
    return f"""\
'icc completion SHELL' prints a script that completes commands, options,
words, State names in any language, and ids.

{installing}"""


def _installing(name: str) -> str:
    """Return how to install a shell's script, as its head says."""
    lines = script(name).splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("# To install"))
    return "\n".join(line.removeprefix("#").replace(" ", "  ", 1) for line in lines[first : first + 2])


def _first_line(module: str) -> str:
    return (import_module(module).__doc__ or "").splitlines()[0]


def _glossary() -> str:
    from icc_cli.cli.terms import TERMS

    return "\n".join(
        f"{term}\n{fill(meaning, WIDTH, initial_indent='    ', subsequent_indent='    ', break_on_hyphens=False)}"
        for term, meaning in TERMS.items()
    )


TOPICS = {
    "glossary": Topic("terms of the treaty and of this record", _glossary),
    "dates": Topic("how to write a day, a month, a year", _dates),
    "names": Topic("what a State goes by", _names),
    "formats": Topic("how answers can be written", _formats),
    "exit-codes": Topic("what a script can learn from the exit code", _exit_codes),
    "jurisdiction": Topic("how to ask whether the Court could hear a case", _jurisdiction),
    "environment": Topic("variables that the program reads", _environment),
    "completion": Topic("how to let your shell complete State names and ids", _completion),
}
