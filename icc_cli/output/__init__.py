"""How answers are written. One module per format, named here once; each turns a `Report` into text.

To add a format: write a module with `render(report, terminal) -> str`, and name it in `FORMATS`.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from icc_cli.output.blocks import Block
    from icc_cli.output.terminal import Terminal

FORMATS = {
    "table": "icc_cli.output.table",
    "plain": "icc_cli.output.plain",
    "json": "icc_cli.output.json",
    "jsonl": "icc_cli.output.jsonl",
    "csv": "icc_cli.output.csv",
    "tsv": "icc_cli.output.tsv",
    "markdown": "icc_cli.output.markdown",
    "yaml": "icc_cli.output.yaml",
    "html": "icc_cli.output.html",
    "ics": "icc_cli.output.ics",
}


FOR_PEOPLE = ("table", "plain", "markdown", "html")
"""Formats that write a report's view; the others write its records."""

Ready = str | Sequence[Mapping[str, Any]]
"""What is written as it is, in place of a view: text (BibTeX), or items as bare JSON (CSL-JSON)."""


class Report(NamedTuple):
    """An answer, ready to be written: its records for programs, and its view for people.

    `schema` names the JSON contract (`icc/status/1`); `about` holds what goes beside `data` there
    (`on`, `known_by`); `view` is called only by formats that people read. `ready`, where given, stands in
    for the view: another program's own language, which no format may lay out. `single`: the one record is `data`;
    `within`: the records stand in `data` under this key. `fields`: dotted paths to what is wanted of each record.
    `columns`: all fields of the records, where no contract names them.
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


def render(report: Report, format_name: str, terminal: "Terminal") -> str:
    """Return a report as text in one of the formats."""
    if report.fields:
        from icc_cli.output.fields import chosen

        report = chosen(report)
    module = FORMATS[format_name]
    if report.ready is not None and format_name in FOR_PEOPLE:
        module = "icc_cli.output.ready"
    text: str = import_module(module).render(report, terminal)
    return text
