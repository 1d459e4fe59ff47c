"""iCalendar: answers whose records are days ahead, as all-day events with stable UIDs. Needs the extra `ics`."""

from datetime import UTC, date, datetime

from icc_cli.errors import UsageError
from icc_cli.output.report import Report
from icc_cli.page.text import clean
from icc_cli.system.terminal import Terminal
from icc_cli.treaty.dates import days_after, first_day, last_day


def render(report: Report, _terminal: Terminal) -> str:
    """Return a report as a calendar. A partial date becomes an event of that whole month or year.

    Raises UsageError for reports that are not lists of days, and where the extra is not installed.
    """
    if report.fields:
        raise UsageError("a calendar has fields of its own", "leave out --fields")
    if not all(hasattr(record, "day") and hasattr(record, "days_left") for record in report.answer.records):
        raise UsageError("only lists of days ahead have a calendar", "try: icc upcoming --format ics")
    try:
        from icalendar import Calendar, Event
    except ImportError:
        raise UsageError("calendars need an extra", "run: pip install 'icc-cli[ics]'") from None
    checked = date.fromisoformat(report.meta["checked"])
    calendar = Calendar()
    calendar.add("prodid", "-//icc-cli//Rome Statute//EN")
    calendar.add("version", "2.0")
    calendar.add("name", f"Rome Statute: days ahead{' (supposed)' if report.supposed else ''}")
    for record in report.answer.records:
        event = Event()
        event.add("uid", clean(f"{record.id}@icc-cli"))
        event.add("dtstamp", datetime(checked.year, checked.month, checked.day, tzinfo=UTC))
        event.add("dtstart", first_day(record.day))
        event.add("dtend", days_after(last_day(record.day), 1))
        title = record.title + (", unless its notice is withdrawn" if record.conditional else "")
        event.add("summary", clean(f"Supposed: {title}" if record.id.startswith("supposed-") else title))
        documents = "; ".join(f"{one.symbol or one.title} {one.url or ''}".strip() for one in record.sources)
        event.add("description", clean(f"Sources: {documents}. Record checked through {report.meta['checked']}."))
        event.add("status", "TENTATIVE" if record.conditional else "CONFIRMED")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    text: str = calendar.to_ical().decode("utf-8")
    return text
