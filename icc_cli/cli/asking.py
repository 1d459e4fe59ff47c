"""What all commands share: the options, the types of their values, and how a question becomes an answer."""

import functools
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from icc_cli import dates
from icc_cli.cli import help_option
from icc_cli.cli.writing import fitting, save, write
from icc_cli.errors import UsageError
from icc_cli.names import find, hyphened
from icc_cli.output import FORMATS, Ready, Report, render
from icc_cli.output.terminal import Terminal, detect, tell
from icc_cli.store import Store, open_store

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from icc_cli.output.blocks import Block

    _ParamType = click.ParamType[Any]
else:
    _ParamType = click.ParamType  # generic only since click 8.4


def completing(what: str) -> Callable[[click.Context, click.Parameter, str], "list[CompletionItem[str]]"]:
    """Return how a shell completes a word: by the function of this name in `completing`, imported only when asked."""

    def complete(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> "list[CompletionItem[str]]":
        from icc_cli.cli import completing as offers

        found: list[CompletionItem[str]] = getattr(offers, what)(ctx, incomplete)
        return found

    return complete


STATES = completing("states")

data_option = click.option(
    "--data",
    metavar="DIR",
    envvar="ICC_DATA",
    shell_complete=completing("directories"),
    help="Use the dataset of this directory.",
)


def clock() -> date:
    """Return the day it is: the one place that asks, so that a test can be of any day."""
    return date.today()


class Day(_ParamType):
    """A date; a year or month stands for its first or its last day."""

    name = "date"

    def __init__(self, edge: Callable[[dates.AnyDate], date]) -> None:
        self.edge = edge

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day that the text means."""
        if isinstance(value, date):
            return value
        if value == "today":
            return clock()
        try:
            return self.edge(dates.parse(value))
        except ValueError as error:
            hint = "" if "write it" in str(error) else "; write it as 2016-11-30, 2016-11 or 2016"
            raise UsageError(f"{_option(param)}'{value}' is no date: {error}{hint}") from None

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem[str]]":
        """Return the one word that stands for a day."""
        from click.shell_completion import CompletionItem

        return [CompletionItem("today")] if "today".startswith(incomplete) else []


FIRST, LAST = Day(dates.first_day), Day(dates.last_day)


class Word(_ParamType):
    """A word of a closed vocabulary, in any case; spaces and underscores stand for hyphens."""

    name = "word"

    def __init__(self, words: Iterable[str], also: dict[str, str] | None = None) -> None:
        self.words = {hyphened(word): word for word in words}
        self.also = also or {}

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word as the data have it."""
        key = hyphened(value)
        if key in self.words:
            return self.words[key]
        if key in self.also:
            return self.also[key]
        from difflib import get_close_matches

        near = get_close_matches(key, self.words, 1)
        hint = f"did you mean '{near[0]}'?" if near else "one of: " + ", ".join(self.words)
        raise UsageError(f"{_option(param)}there is no '{value}'", hint)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem[str]]":
        """Return the words that begin so."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(word) for word in self.words if word.startswith(incomplete.casefold())]


REGION = Word(
    ("African", "Asia-Pacific", "Eastern European", "GRULAC", "WEOG"),
    {
        "africa": "African",
        "asia": "Asia-Pacific",
        "asian": "Asia-Pacific",
        "pacific": "Asia-Pacific",
        "eastern-europe": "Eastern European",
        "latin-america": "GRULAC",
        "latin-american": "GRULAC",
        "caribbean": "GRULAC",
        "western-europe": "WEOG",
        "western-european": "WEOG",
        "western": "WEOG",
    },
)


class Ask(NamedTuple):
    """What a command is asked with: the open store, the day, and today (read from the clock once).

    `unknown` collects, line by line, what was wrong with names read from stdin.
    """

    store: Store
    on: date
    today: date
    on_given: bool
    unknown: list[str]

    @property
    def checked(self) -> date:
        """The last day through which the record was checked."""
        return date.fromisoformat(self.store.meta["checked"])

    def codes(self, names: Sequence[str]) -> list[str]:
        """Return the codes of States named on the command line (`-`: on stdin), each once, in order."""
        return list(dict.fromkeys(code for _, code in self.named(names) if code))

    def named(self, names: Sequence[str]) -> list[tuple[str, str | None]]:
        """Return each name with its State's code; None for a name on stdin that settles on no State."""
        if "-" not in names:
            return [(name, find(self.store, name)) for name in names]
        if len(names) > 1:
            raise UsageError("'-' reads the names from stdin, and stands alone", "leave out the other names")
        found: list[tuple[str, str | None]] = []
        for number, name in enumerate(_lines(), 1):
            if not name:
                self.unknown.append(f"line {number}: there is no name")
                found.append((name, None))
                continue
            try:
                found.append((name, find(self.store, name)))
            except UsageError as error:
                self.unknown.append(f"line {number}: {error.message}; {error.hint}")
                found.append((name, None))
        if not found:
            raise UsageError("stdin holds no name", "write one name a line")
        return found


class Picture(NamedTuple):
    """A picture to be written to the file that an option (`--svg`) names."""

    option: str
    path: str
    content: bytes


class Answer(NamedTuple):
    """What a command found: records for programs, a view for people (or what is ready), what goes beside them.

    `single`: JSON's `data` is one object, not a list; `within`: it holds the records under this key.
    `exit_code`: 1 where what was found is a "no". `may_be_empty`: no record at all is an answer, too.
    `columns`: the fields, where the question and no contract sets them.
    `files`: pictures to be written; then nothing is printed, unless a format or its file is asked for.
    """

    schema: str
    records: Sequence[Any]
    view: Callable[[], "Sequence[Block]"]
    about: Mapping[str, Any] = {}
    ready: Ready | None = None
    single: bool = False
    within: str = ""
    exit_code: int = 0
    may_be_empty: bool = False
    columns: tuple[str, ...] | None = None
    files: Sequence[Picture] = ()


def answering(command: Callable[..., Answer]) -> Callable[..., int]:
    """Give a command about a day the shared options; write its answer; return 1 if it found nothing."""
    option = click.option("--on", "--as-of", type=LAST, metavar="DATE", help="The day asked about; today if not given.")
    return option(answering_period(command))


def answering_period(command: Callable[..., Answer]) -> Callable[..., int]:
    """Do the same for a command that is not about one day, and puts its own days beside its answer."""

    @click.option(
        "--format", "format_name", type=Word(FORMATS), metavar="|".join(FORMATS), help="How to write the answer."
    )
    @click.option("--json", "as_json", is_flag=True, help="Short for --format json.")
    @click.option(
        "--fields",
        is_flag=False,
        flag_value="",
        metavar="A,B",
        is_eager=True,
        callback=_fields,
        shell_complete=completing("fields"),
        help="Only these fields, in this order; alone, at the end, it lists them.",
    )
    @click.option(
        "-o",
        "--output",
        metavar="FILE",
        shell_complete=completing("files"),
        help="Write to a file, whole or not at all.",
    )
    @data_option
    @click.option(
        "--color", type=Word(("auto", "always", "never")), default="auto", metavar="auto|always|never", help="Colour."
    )
    @help_option
    @functools.wraps(command)
    def answered(
        *,
        on: date | None = None,
        format_name: str | None,
        as_json: bool,
        fields: tuple[str, ...],
        output: str | None,
        data: str | None,
        color: str,
        **options: Any,
    ) -> int:
        if as_json and format_name not in (None, "json"):
            raise UsageError(f"--json and --format {format_name} contradict each other", "give one of them")
        today = clock()
        store = open_store(data)
        click.get_current_context().call_on_close(store.close)
        ask = Ask(store, on or today, today, on is not None, [])
        answer = command(ask, **options)
        if fields:
            from icc_cli.contract import require

            require(answer.schema, fields, answer.columns)
        if output == "":
            raise UsageError("--output names no file", "write '-' for stdout")
        path = None if output == "-" else output
        terminal = Terminal(color=color == "always") if path else detect(sys.stdout, color)
        chosen = "json" if as_json else format_name or fitting(terminal, path, answer.ready is not None)
        meta = ask.store.meta
        report = Report(
            schema=answer.schema,
            version=meta["version"],
            checked=meta["checked"],
            records=answer.records,
            view=answer.view,
            about=answer.about or {"on": ask.on},
            ready=answer.ready,
            single=answer.single,
            within=answer.within,
            fields=fields,
            columns=answer.columns,
        )
        if ask.on < dates.ADOPTED:
            tell(f"note: the Rome Statute was adopted only on {dates.ADOPTED}")
        found = bool(answer.records) or answer.may_be_empty
        for picture in answer.files if found else ():
            save(picture.path, picture.content, picture.option)
        quiet = answer.files and not (output or as_json or format_name or fields)
        if (found or chosen not in ("table", "plain")) and not quiet:
            write(render(report, chosen, terminal), path)
        for line in ask.unknown:
            tell(line)
        if not found:
            tell("nothing matched")
        return 2 if ask.unknown else answer.exit_code if found else 1

    return answered


_MOST_BYTES = 1_000_000
"""Bytes of stdin that are read: room for the names of fifty thousand States."""


def stdin_text(what: str, instead: str, form: str) -> str:
    """Return the text of stdin. Raises UsageError if there is none, or too much.

    The errors name what is read, say what to do instead of `-`, and which form a text has that is not too long.
    """
    if sys.stdin is None:
        raise UsageError(f"there is no stdin to read {what} from", f"{instead} instead of '-'")
    try:
        content = sys.stdin.buffer.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(f"cannot read stdin: {error.strerror}", f"{instead} instead of '-'") from None
    if len(content) > _MOST_BYTES:
        raise UsageError(f"stdin holds more than {_MOST_BYTES:,} bytes", form)
    return content.decode("utf-8-sig", "replace")


def _lines() -> list[str]:
    """Return the lines of stdin, without the quotes that CSV puts around a cell."""
    text = stdin_text("names", "name the States", "write one name a line")
    return [line.strip().removeprefix('"').removesuffix('"') for line in text.splitlines()]


def _fields(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Return the fields asked for; without any, list them and leave."""
    if value is None or ctx.resilient_parsing:
        return ()
    names = tuple(filter(None, (name.strip() for name in value.split(","))))
    if not names:
        from icc_cli.contract import listing

        write("".join(f"{line}\n" for line in listing(ctx.command_path.removeprefix("icc "))))
        ctx.exit()
    return names


def _option(param: click.Parameter | None) -> str:
    return f"{param.opts[0]}: " if param is not None and param.opts else ""
