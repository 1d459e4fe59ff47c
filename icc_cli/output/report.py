"""An answer, ready to be written."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from icc_cli.page.blocks import Block
    from icc_cli.treaty.supposing import SupposedAct

Ready = str | Sequence[Mapping[str, Any]]
"""What is written as it is, in place of a view: text (BibTeX), or items as bare JSON (CSL-JSON)."""


class Beside(Fields):
    """What stands beside `data` in JSON. What is None there is left out."""


class About(Beside):
    """What stands beside `data`: the day asked about."""

    on: date
    """The day asked about."""


class Schema(Fields, kw_only=False):
    """A kind of answer: its name, the classes of its records (none where the question sets their fields), the rest.

    A class whose module is imported late stands as text (`queries.show:Record`); `records` are the classes themselves.
    `single`: `data` is one record, not a list; but an answer with several may hold them under the key `within`.
    """

    name: str
    places: tuple[type[Fields] | str, ...]
    about: type[Beside] = About
    single: bool = False
    within: str = ""

    @property
    def records(self) -> tuple[type[Fields], ...]:
        """The classes of its records."""
        return tuple(_imported(place) if isinstance(place, str) else place for place in self.places)


def schemas(command: Callable[..., Any] | None) -> dict[str, Schema]:
    """Return the kinds of answer that a command declares, by name; of one that answers nothing, none."""
    found: dict[str, Schema] = getattr(command, "schemas", {})
    return found


def _imported(place: str) -> type[Fields]:
    module, name = place.split(":")
    record: type[Fields] = getattr(import_module(f"icc_cli.{module}"), name)
    return record


class Picture(Fields, kw_only=False):
    """A picture to be written to the file that an option (`--svg`) names."""

    option: str
    path: str
    content: bytes


class Answer(Fields, kw_only=False):
    """What a command found: records for programs, a view for people, what goes beside them.

    `view` is called only by formats that people read. `ready`, where given, stands in for the view: another program's
    own language, which no format may lay out. `schema` names the JSON contract (`icc/status/1`), if not the first of
    the command's; `within`: the records stand in `data` under this key. `columns`: all fields of the records, where the
    question and no contract sets them. `exit_code`: 1 where what was found is a "no". `may_be_empty`: no record at all
    is an answer, too. `rows`: what CSV and TSV list in place of the records, such as the States of one amendment.
    `files`: pictures to be written; then nothing is printed, unless a format or its file is asked
    for.
    """

    records: Sequence[Any]
    view: Callable[[], "Sequence[Block]"]
    about: Beside | None = None
    schema: str = ""
    ready: Ready | None = None
    within: str = ""
    columns: tuple[str, ...] | None = None
    exit_code: int = 0
    may_be_empty: bool = False
    rows: Sequence[Any] | None = None
    files: Sequence[Picture] = ()


FRESH = 60
"""Days after its check for which a record goes without a word on its age."""


class Assumed(Fields, kw_only=False):
    """An act that an answer supposes, and the same in words."""

    act: "SupposedAct"
    words: str


class Report(Fields, kw_only=False):
    """An answer with the particulars of the dataset (`version`, `checked`) that gave it.

    `single`: its one record is `data`. `fields`: dotted paths to what is wanted of each record; `promised` returns the
    fields that the contract promises, and is called only where no record shows them. `supposed`: the acts it rests on
    that have not happened. `today` is the day it was asked on.
    """

    answer: Answer
    meta: Mapping[str, str]
    single: bool = False
    fields: tuple[str, ...] = ()
    promised: Callable[[], Iterable[str]] = tuple
    supposed: Sequence[Assumed] = ()
    today: date | None = None

    def blocks(self) -> "Sequence[Block]":
        """Return the answer's view, with what must be said of it: acts that are supposed, a record that is old."""
        found = self.answer.view()
        age = (self.today - date.fromisoformat(self.meta["checked"])).days if self.today else 0
        if age <= FRESH and not self.supposed:
            return found
        from icc_cli.output.warnings import marked

        return marked(found, [one.words for one in self.supposed], age if age > FRESH else 0)
