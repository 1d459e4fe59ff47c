"""Tables of the depositary, MADE from the dataset to the published descriptions of their two forms: XML, and web page.

No real copy was at hand: what is tested with these is that the program reads the form described (and says loudly where
a table departs from it), not that the depositary's files have it. They are made with the dataset's other questions
(parties, agreement, amendment), so that `icc data compare` is not tested against itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape

from icc_cli.api import IccDataset
from icc_cli.treaty.dates import AnyDate
from tests.support.evidence import evidence
from tests.support.places import TODAY

CONSENT = "Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)"
MARKS = {"ratification": "", "acceptance": "A", "approval": "AA", "accession": "a", "succession": "d"}
PAGE = "ctl00_ctl00_ContentPlaceHolder1"
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@dataclass
class Made:
    """A table that a test may spoil before it is written out."""

    title: str
    columns: list[str]
    rows: list[list[str]]
    signatories: str | None
    parties: str | None
    chapter: str = "CHAPTER XVIII"
    root: str = "MTDSG"
    extra: str = ""
    head: str = ""
    apart: Sequence[str] = ()
    escaped: bool = field(default=True)

    def row(self, name: str) -> list[str]:
        """Return the row of a participant, to be changed in place."""
        (found,) = [row for row in self.rows if row[0].strip("[]").split("<")[0] == name]
        return found

    def xml(self, encoding: str = "ISO-8859-1") -> bytes:
        """Write it out. Footnotes are escaped, as literal text, unless `escaped` is off."""
        status = "".join(
            f"<{tag}>{number}</{tag}>"
            for tag, number in (("Signatories", self.signatories), ("Parties", self.parties))
            if number is not None
        )
        number = "".join(f"<Part>{part}</Part>" for part in self.apart)
        rows = "\n".join(f"<Row>{self._cells(row)}</Row>" for row in self.rows)
        return (
            f'<?xml version="1.0" encoding="{encoding}"?>\n<{self.root}><Treaty>\n'
            f"<Header><Chapter><Header>{self.chapter}</Header><Name>PENAL MATTERS</Name></Chapter>\n"
            f"<ExternalData>{number}<Titlesect>{escape(self.title)}</Titlesect>{self.head}"
            f"<Status>{status}</Status></ExternalData></Header>\n"
            f"<Participants><Table><TGroup><Thead><Row>{self._cells(self.columns)}</Row></Thead>\n"
            f"<Tbody><Rows>\n{rows}\n</Rows></Tbody></TGroup>{self.extra}</Table></Participants>\n"
            f"<EndNotes>1. A footnote.</EndNotes></Treaty></{self.root}>\n"
        ).encode(encoding)

    def page(self, encoding: str = "utf-8") -> bytes:
        """Write it out as the depositary's web page, saved in a browser."""
        counts = {"Signatories": self.signatories, "Parties": self.parties}
        status = ". ".join(f"{name} : {number}" for name, number in counts.items() if number is not None)
        rows = "\n".join(f"<tr>{self._fields('td', row)}</tr>" for row in self.rows)
        number = "".join(f"<span>{part}</span>\n" for part in self.apart)
        inner = f"{PAGE}_ContentPlaceHolderInnerPage"
        return (
            '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x.dtd">\n'
            "<!-- saved from url=(0030)https://treaties.un.org/Pages/ -->\n<html><head>\n"
            f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}"><title>UNTC</title>\n'
            "<script>if (a < b && b > c) document.write('<table><tr><td>x');</script></head>\n"
            '<body><form><input type="hidden" name="__VIEWSTATE" value="&lt;x&gt;">'
            "<table><tr><td><p>Home<p>Depositary</table><table><tr><td>\n"
            f'<div id="{inner}_rptHead_ctl00_tcText">{self.chapter}<br>PENAL MATTERS</div>\n'
            f'<div id="{inner}_rptTreaty_ctl00_tcTreaty">{number}<b>{escape(self.title)}</b></div>\n'
            f'<div id="{inner}_rptTreaty_ctl00_tcText">Rome, 17 July 1998</div>\n'
            f'<div id="{inner}_rptStatus_ctl00_tcText">Status : <div>{status}</div></div>{self.head}\n'
            f'<div class="table-responsive"><table id="{inner}_tblgrid" rules="cols">'
            f"<tbody><tr>{self._fields('th', self.columns)}</tr>\n{rows}\n{self.extra}</tbody></table></div>\n"
            "</td></tr></table><p>1. The Kingdom of the Netherlands, for the European part.<br></form></body></html>\n"
        ).encode(encoding)

    def _fields(self, tag: str, cells: Sequence[str]) -> str:
        texts = (cell.replace("superscript>", "sup>").replace("\t", "&nbsp;") or "&nbsp;" for cell in cells)
        return "".join(f"<{tag}>{text}</{tag}>" for text in texts)

    def _cells(self, cells: Sequence[str]) -> str:
        return "".join(f"<Entry>{escape(cell) if self.escaped else cell}</Entry>" for cell in cells)


def day(when: AnyDate | None, instrument: str | None = None) -> str:
    """Write a day as the depositary does: `10 Feb<TAB> 2003 a`."""
    if not isinstance(when, date):
        return ""
    mark = MARKS["ratification" if instrument in (None, "unspecified") else instrument]
    return f"{when.day:2} {MONTHS[when.month - 1]}\t {when.year} {mark}".rstrip()


def statute(dataset: IccDataset, on: date = TODAY) -> Made:
    """Return the table of the Statute: those that signed or joined; former parties in brackets, with footnotes."""
    rows = []
    states = dataset.parties(on=on, statuses=())
    for one in states:
        cells = [one.name, day(one.signed), day(one.deposited, one.instrument)]
        if one.status == "former-party":
            cells = [f"{one.name}<superscript>5</superscript>", *(f"[{cell}]" for cell in cells[1:])]
        elif one.withdrawal_notified:
            cells[0] += "<superscript>6,18</superscript>"
        if any(cells[1:]):
            rows.append(cells)
    return Made(
        title="10. Rome Statute of the International Criminal Court",
        columns=["Participant", "Signature", CONSENT],
        rows=rows,
        signatories=str(sum(1 for one in states if one.signed)),
        parties=str(sum(1 for one in states if one.deposited and one.status != "former-party")),
    )


def agreement(dataset: IccDataset, on: date = TODAY) -> Made:
    """Return the table of the Agreement on the Privileges and Immunities; those that left it stand in brackets."""
    states = dataset.agreement(on=on, status="all")
    left = {one.iso3 for one in dataset.agreement(on=on, status="former-party")}
    return Made(
        title="13. Agreement on the Privileges and Immunities of the International Criminal Court",
        columns=["Participant", "Signature", "Ratification, Acceptance(A), Approval(AA), Accession(a)"],
        rows=[
            [f"[{one.name}]" if one.iso3 in left else one.name, day(one.signed), day(one.deposited, one.instrument)]
            for one in states
        ],
        signatories=str(sum(1 for one in states if one.signed)),
        parties=str(sum(1 for one in states if one.deposited and one.iso3 not in left)),
    )


def amendment(dataset: IccDataset, name: str, letter: str, on: date = TODAY) -> Made:
    """Return the table of an amendment, which has no signatures."""
    found = dataset.amendment(name, on=on)
    assert found
    rows = [[one.name, day(one.deposited, one.instrument)] for one in found.parties if one.deposited]
    return Made(
        title=f"10. {letter} Amendments to the Rome Statute of the International Criminal Court",
        columns=["Participant", "Ratification, Acceptance(A), Approval(AA)"],
        rows=rows,
        signatories=None,
        parties=str(len(rows)),
    )


Edit = Callable[[Made], None]


def change(participant: str, **cells: str) -> Edit:
    """Return how cells of a participant are changed: its `name`, `signature` or `deposit`."""

    def edit(made: Made) -> None:
        found = made.row(participant)
        for index, name in enumerate(("name", "signature", "deposit")):
            found[index] = cells.get(name, found[index])

    return edit


def lose(name: str) -> Edit:
    """Return how a participant is left out."""
    return lambda made: made.rows.remove(made.row(name))


def gain(*cells: str) -> Edit:
    """Return how a row is added."""
    return lambda made: made.rows.append(list(cells))


def collected(page: str, title: str, columns: Sequence[str]) -> tuple[Made, date]:
    """Return a table with the rows of a real one, as they were collected, and the day of its newest deposit."""
    own = [one for one in evidence("untc_tables") if one["table"] == page]
    days = [date.fromisoformat(one["deposit"]) for one in own if one["deposit"]]
    rows = [[one["participant"], _written(one["signature"]), _written(one["deposit"], one["mark"])] for one in own]
    signed = "Signature" in columns
    made = Made(title, [*columns], rows if signed else [[row[0], row[2]] for row in rows], None, None)
    made.apart = [*page.split("-")[1:]]
    return made, max(days)


def _written(text: str, mark: str = "") -> str:
    return f"{day(date.fromisoformat(text))} {mark}".rstrip() if text else ""
