"""An answer, ready to be written."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from icc_cli.page.blocks import Block

Ready = str | Sequence[Mapping[str, Any]]
"""What is written as it is, in place of a view: text (BibTeX), or items as bare JSON (CSL-JSON)."""


class Report(Fields, kw_only=False):
    """An answer, ready to be written: its records for programs, and its view for people.

    `schema` names the JSON contract (`icc/status/1`); `about` holds what goes beside `data` there
    (`on`, `known_by`); `view` is called only by formats that people read. `ready`, where given, stands in
    for the view: another program's own language, which no format may lay out. `single`: the one record is `data`;
    `within`: the records stand in `data` under this key. `fields`: dotted paths to what is wanted of each record.
    `columns`: all fields of the records, where no contract names them; `promised` returns those that one does, and is
    called only where no record shows them.
    """

    schema: str
    version: str
    checked: str
    records: Sequence[Any]
    view: Callable[[], "Sequence[Block]"]
    about: Mapping[str, Any] = {}
    ready: Ready | None = None
    single: bool = False
    within: str = ""
    fields: tuple[str, ...] = ()
    columns: tuple[str, ...] | None = None
    promised: Callable[[], Iterable[str]] = tuple
