"""What readers subscribe to: an Atom feed of the newest acts, and a calendar of the days ahead."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from xml.etree.ElementTree import Element, SubElement, tostring

from icc_cli.database.store import Store
from icc_cli.output import ics
from icc_cli.output.report import Answer, Report
from icc_cli.page.text import clean
from icc_cli.queries.acts import Act, events
from icc_cli.queries.names import everyday_names
from icc_cli.queries.upcoming import upcoming
from icc_cli.site.task import Task
from icc_cli.system.terminal import Terminal
from icc_cli.treaty.dates import last_day, spell
from icc_cli.views import words

FEED, CALENDAR = "feed.atom", "calendar.ics"
_NEWEST = 50
_TAG = "tag:icc-cli,2026:"
"""Begins every id, and is followed by that of the act, which is never renamed (RFC 4151)."""


def tasks(store: Store, on: date, url: str) -> Iterator[Task]:
    """Yield each path with the function that renders it."""
    yield FEED, partial(_feed, store, on, url)
    yield CALENDAR, partial(_calendar, store, on)


def _feed(store: Store, on: date, url: str) -> str:
    """Write the newest acts. Their times are those of the acts, so that the same record gives the same feed.

    Its links are absolute where it is known at what address they will be.
    """
    names = everyday_names(store)
    newest = [act for act in events(store, on) if act.done][::-1][:_NEWEST]
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom"})
    _add(feed, "id", f"{_TAG}acts")
    _add(feed, "title", "Acts under the Rome Statute")
    _add(feed, "updated", max((_moment(act) for act in newest), default=f"{store.meta['checked']}T00:00:00Z"))
    _add(SubElement(feed, "author"), "name", "The icc contributors")
    _add(feed, "rights", store.meta["licence"])
    SubElement(feed, "link", {"href": f"{url}index.html"})
    if url:
        SubElement(feed, "link", {"rel": "self", "href": f"{url}{FEED}"})
    for act in newest:
        entry = SubElement(feed, "entry")
        who = names.get(act.iso3 or "", act.body or "")
        _add(entry, "id", f"{_TAG}{act.id}")
        _add(entry, "title", f"{who}: {words.full_title(act)}")
        _add(entry, "updated", _moment(act))
        page = f"states/{act.iso3}.html" if act.iso3 else "acts.html"
        SubElement(entry, "link", {"href": f"{url}{page}#{act.id}"})
        _add(entry, "content", _said(act), type="text")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _said(act: Act) -> str:
    parts = [f"Date: {spell(act.done)}."]
    if act.effect and act.effect != act.done:
        parts.append(f"Effect: {spell(act.effect)}.")
    if act.confidence != "confirmed":
        parts.append(f"Confidence: {act.confidence}.")
    if act.note:
        parts.append(act.note)
    return " ".join([*parts, f"Documents: {'; '.join(source.symbol or source.title for source in act.sources)}."])


def _moment(act: Act) -> str:
    assert act.done
    return f"{act.circulated or last_day(act.done)}T00:00:00Z"


def _add(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = clean(text)


def _calendar(store: Store, on: date) -> str:
    return ics.render(Report(Answer(upcoming(store, on), list), store.meta), Terminal())
