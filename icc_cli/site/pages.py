"""The pages: what queries found, in the words of the views, through the templates."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from icc_cli import pictures
from icc_cli.cooperation.notes import LIMITS
from icc_cli.cooperation.rules import RULES as DUTIES
from icc_cli.database.store import Store
from icc_cli.jurisdiction.rules import RULES
from icc_cli.output.html import STATUS_STYLE, body, inline
from icc_cli.page.blocks import Block, Table
from icc_cli.page.palette import STATUS
from icc_cli.page.text import web
from icc_cli.pictures.scale import NARROWEST
from icc_cli.queries.acts import Source, events
from icc_cli.queries.agreements import agreements
from icc_cli.queries.amendments import AmendmentStatus, StateAmendment, amendment, amendments, states_amendments
from icc_cli.queries.brief import brief
from icc_cli.queries.cases import PersonCase, PersonInFull, cases, counts
from icc_cli.queries.chart import bound_over_time, chart
from icc_cli.queries.cite import cite
from icc_cli.queries.declarations import declarations
from icc_cli.queries.map import STATUS_ORDER
from icc_cli.queries.names import everyday_names
from icc_cli.queries.noncompliance import noncompliance
from icc_cli.queries.persons import Chosen, situation_names
from icc_cli.queries.practice import person_names
from icc_cli.queries.show import SituationInFull, show
from icc_cli.queries.situations import situations
from icc_cli.queries.status import NoRecord, parties, status
from icc_cli.queries.timeline import timeline
from icc_cli.queries.upcoming import Ahead
from icc_cli.queries.withdrawals import withdrawals
from icc_cli.site import api, feed
from icc_cli.site.bound import by_year, is_bound
from icc_cli.site.cases import Worked, worked
from icc_cli.site.course import Course
from icc_cli.site.downloads import downloads, size
from icc_cli.site.grid import Grid, grid, linked
from icc_cli.site.matter import lead, particulars
from icc_cli.site.parts import (
    after_table,
    dated,
    heading,
    lines,
    person_of,
    state_of,
    together,
    without,
    without_last,
)
from icc_cli.site.sections import Section, chips_of_acts, of_acts, of_situations, of_withdrawals
from icc_cli.site.task import MISSING, PREVIEW, Task
from icc_cli.site.things import spellings, things
from icc_cli.site.world import World
from icc_cli.treaty import labels
from icc_cli.treaty.dates import spell
from icc_cli.views import cases as cases_view
from icc_cli.views import cooperation, jurisdiction, listings, outlook, records, treaty, words
from icc_cli.views import status as status_view
from icc_cli.views.citations import citations

_HERE = Path(__file__).parent
_STATIC = _HERE / "static"
_LATEST = 12
"""Acts on the front page."""
Drawn = tuple[Markup, Markup]
"""A picture for a wide window, and the same for a phone."""
_AHEAD = 6
"""Days ahead on the front page, besides withdrawals and amendments."""


class Pages:
    """Every page of a site, for one day."""

    def __init__(
        self, store: Store, on: date, url: str = "", *, data: Path | None = None, preview: bool = False
    ) -> None:
        self.store, self.on, self.url, self.data = store, on, url, data
        self.checked = store.checked
        self.names = everyday_names(store)
        self.environment = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.globals |= {
            "meta": store.meta,
            "url": url,
            "preview": f"{url}{PREVIEW}" if preview else "",
            "on": on,
            "checked": self.checked,
            "names": self.names,
            "feed": feed.FEED,
            "calendar": feed.CALENDAR,
            "spell": spell,
            "linked": linked,
            "web": web,
            "words": words,
        }

    def tasks(self) -> Iterator[Task]:
        """Yield each path with the function that renders it."""
        yield "index.html", self._home
        yield "states/index.html", self._states
        for iso3 in sorted(self.names):
            yield f"states/{iso3}.html", partial(self._state, iso3)
        yield "withdrawals.html", self._withdrawals
        yield "situations/index.html", self._situations
        for one in situations(self.store, self.on):
            yield f"situations/{one.id}.html", partial(self._situation, one.id)
        yield "warrants.html", self._warrants
        for person in dict.fromkeys(one.person for one in self._cases):
            yield f"persons/{person}.html", partial(self._person, person)
        yield "cooperation.html", self._cooperation
        yield "amendments/index.html", self._amendments
        for change in amendments(self.store, self.on):
            yield f"amendments/{change.id}.html", partial(self._amendment, change.id)
        yield "acts.html", self._acts
        yield "jurisdiction.html", self._rules
        for case in self._worked:
            yield case.path, partial(self._case, case)
        yield "data.html", self._downloads
        yield "404.html", self._missing
        yield "names.json", lambda: _json(spellings(self.store, self.names))
        yield "things.json", lambda: _json(things(self.store, self.on, self._cases, self.names))
        yield "style.css", self._style
        for name in ("site.js", "icon.svg", "noscript.css"):
            yield name, partial((_STATIC / name).read_text, encoding="utf-8")

    @cached_property
    def _ties(self) -> list[StateAmendment]:
        """How every State stands to every amendment: asked once, not for each State, which took a third of a build."""
        return states_amendments(self.store, self.on, sorted(self.names))

    @cached_property
    def _cases(self) -> list[PersonCase]:
        """The cases of all persons who were publicly sought or summoned by the day."""
        return cases(self.store, self.on)

    def _page(self, template: str, path: str, **given: Any) -> str:
        return self.environment.get_template(template).render(root="../" * path.count("/"), path=path, **given)

    def _home(self) -> str:
        found = brief(self.store, self.on)
        ahead = [one for one in found.upcoming if one.kind not in (Ahead.WITHDRAWAL, Ahead.AMENDMENT)][:_AHEAD]
        latest = [act for act in reversed(events(self.store, self.on)) if act.done][:_LATEST]
        return self._page(
            "home.html",
            "index.html",
            world=World(self.store, self.on),
            pending=sorted(found.pending, key=lambda one: one.days_left or 0),
            ahead=grid(outlook.upcoming(ahead, self.names, self.on, self.checked), ahead, {2: state_of}, 4),
            latest=grid(listings.events(latest, self.names, self.on, self.checked), latest, {2: state_of}, 4),
            chart=_drawn(partial(pictures.chart.svg, chart(self.store, self.on))),
        )

    def _states(self) -> str:
        found = parties(self.store, self.on, statuses=())
        page = listings.parties(found, self.on, self.checked)
        others = self.store.rows("SELECT iso3, everyday FROM state WHERE no_act IS NOT NULL ORDER BY folded")
        counts = Counter(one.status for one in found)
        chips = [(one, labels.STATUS_OF_MANY[one], counts[one]) for one in STATUS_ORDER if counts[one]]
        rows = grid(page, found, {0: state_of}, kind=lambda one: one.status)
        return self._list("states/index.html", page, rows, others=others, chips=chips)

    def _state(self, iso3: str) -> str:
        path = f"states/{iso3}.html"
        found = status(self.store, iso3, self.on)
        page = status_view.one(found, self.names, self.on, self.on, self.checked, None)
        if isinstance(found, NoRecord):
            return self._page("nothing.html", path, found=found, content=Markup(body(page[1:])))
        said = declarations(self.store, self.on, states=[iso3])
        ties = [one for one in self._ties if one.iso3 == iso3]
        dates = status_view.key_dates(found, self.on, self.checked)
        return self._page(
            "state.html",
            path,
            found=found,
            lead=Markup(inline(lines(page)[0].words)),
            dates=[dated(row, found.acts) for row in dates],
            course=Course(self.store, iso3, self.on),
            picture=self._timeline([iso3]),
            acts=together(found, min(self.on, self.checked)),
            said=grid(treaty.declarations(said, self.names, self.on, self.checked), said, {2: state_of}, 5),
            ties=grid(
                treaty.states_amendments(ties, [], self.names, self.on, self.checked),
                ties,
                {0: lambda one: f"amendments/{one.amendment}.html"},
            ),
            legend=Markup(body(words.legend("".join(map(words.marks_of, found.acts))))),
            span=words.span,
            alleged=cases_view.ALLEGED,
            rulings=labels.RULING,
        )

    def _withdrawals(self) -> str:
        found = withdrawals(self.store, self.on)
        page = listings.withdrawals(found, self.names, self.on, self.checked)
        codes = list(dict.fromkeys(one.iso3 for one in found))
        picture = self._timeline(codes) if codes else None
        sections = of_withdrawals(found, self.names, self.on, self.checked)
        return self._sections("withdrawals.html", page, sections, picture=picture)

    def _timeline(self, codes: Sequence[str]) -> Drawn:
        return _drawn(partial(pictures.timeline.svg, timeline(self.store, codes, self.on)))

    def _situations(self) -> str:
        found = situations(self.store, self.on)
        page = listings.situations(found, self.names, self.on, self.checked)
        sections = of_situations(found, self.names, self.on, self.checked)
        return self._sections("situations/index.html", page, sections)

    def _situation(self, key: str) -> str:
        found = show(self.store, f"situation:{key}", self.on)
        one = found.record
        assert isinstance(one, SituationInFull)
        page = without_last(without(one.sources, records.pages([found], self.names, self.on, self.checked)))
        page = particulars(page, one, self.names)
        course = _drawn(partial(pictures.matter.svg, one, self.names, self.on))
        return self._record(
            f"situations/{key}.html", page, one.sources, lead=lead(one), course=course if course[0] else None
        )

    def _warrants(self) -> str:
        chosen = Chosen(persons=[], situations=[], states=[])
        totals, matters = counts(self.store, self.on), situation_names(self.store)
        page = cases_view.warrants(self._cases, totals, self.names, matters, self.on, self.checked, chosen=chosen)
        links = {2: person_of, 4: lambda one: f"situations/{one.situation}.html"}
        return self._list("warrants.html", page, grid(page, self._cases, links, 6))

    def _person(self, key: str) -> str:
        found = show(self.store, f"person:{key}", self.on)
        one = found.record
        assert isinstance(one, PersonInFull)
        page = without_last(without(one.sources, records.pages([found], self.names, self.on, self.checked)))
        states = (one.nationality,) if one.nationality else ()
        matter = situation_names(self.store)[one.situation]
        others = [(f"situations/{one.situation}.html", matter)]
        return self._record(f"persons/{key}.html", page, one.sources, states=states, others=others)

    def _cooperation(self) -> str:
        decided, agreed = noncompliance(self.store, self.on), agreements(self.store, self.on)
        persons = person_names(self.store)
        page = cooperation.noncompliance(decided, persons, self.on, self.checked, known=decided)
        pacts = cooperation.agreements(agreed, persons, self.names, self.on, self.checked)
        return self._page(
            "cooperation.html",
            "cooperation.html",
            heading=heading(page),
            decisions=grid(page, decided, {2: state_of}, 7),
            told=Markup(body(without_last(after_table(page)))),
            agreements=grid(pacts, agreed, {0: state_of}, 5),
            agreed=Markup(body(without_last(after_table(pacts)))),
            rules=DUTIES.values(),
            limits=LIMITS,
        )

    def _amendments(self) -> str:
        found = amendments(self.store, self.on)
        page = treaty.amendments(found, self.on, self.checked)
        rows = grid(page, found, {0: lambda one: f"amendments/{one.id}.html"}, 7)
        return self._list("amendments/index.html", page, rows)

    def _amendment(self, key: str) -> str:
        found = amendment(self.store, key, self.on)
        assert found  # it is one of those listed
        page = treaty.amendment(found, self.names, self.on, self.checked)
        if not found.parties:
            return self._record(f"amendments/{key}.html", without_last(page), found.sources)
        *_, last = (number for number, block in enumerate(page) if isinstance(block, Table))
        listed = [one for one in found.parties if is_bound(one)]
        others = found._replace(parties=tuple(one for one in found.parties if not is_bound(one)))
        rest = treaty.amendment(others, self.names, self.on, self.checked)[last:] if others.parties else ()
        bound = {one.iso3 for one in found.parties if one.state == AmendmentStatus.BOUND}
        unbound = [one.iso3 for one in parties(self.store, self.on) if one.iso3 not in bound] if bound else []
        drawn = partial(pictures.chart.svg, bound_over_time(self.store, found, self.on))
        return self._record(
            f"amendments/{key}.html",
            page[:last],
            found.sources,
            bound=(len(listed), Markup(body([by_year(listed, self.names)]))) if listed else None,
            ties=grid(rest, others.parties, {0: state_of}) if rest else None,
            unbound=unbound,
            picture=_drawn(drawn) if bound else None,
            foot=without_last(page[last + 1 :]),
        )

    @cached_property
    def _worked(self) -> list[Worked]:
        """The worked questions of jurisdiction."""
        return list(worked(self.store, self.on))

    def _rules(self) -> str:
        cases = {rule: [one for one in self._worked if rule in one.rules] for rule in RULES}
        return self._page(
            "jurisdiction.html", "jurisdiction.html", rules=RULES.values(), worked=self._worked, cases=cases
        )

    def _case(self, found: Worked) -> str:
        content = Markup(body(without_last(jurisdiction.page(found.answered, self.checked))))
        return self._page(
            "case.html", found.path, found=found, content=content, rules=[RULES[one] for one in found.rules]
        )

    def _acts(self) -> str:
        found = events(self.store, self.on)
        page = listings.events(found, self.names, self.on, self.checked)
        sections = of_acts(found, self.names, self.on, self.checked)
        return self._sections("acts.html", page, sections, chips=chips_of_acts(found))

    def _list(self, path: str, page: Sequence[Block], rows: Grid, **given: Any) -> str:
        """Write a page that is one table: a view's heading, the table, and what the view says below it."""
        after = without_last(after_table(page))
        shown = {"chips": (), "others": (), **given}
        return self._page("list.html", path, heading=heading(page), grid=rows, foot=Markup(body(after)), **shown)

    def _sections(self, path: str, page: Sequence[Block], sections: Sequence[Section], **given: Any) -> str:
        """Write a page of several tables, those without rows left out, that begins with how many stand in each."""
        shown = {"picture": None, "chips": (), **given, "sections": [one for one in sections if one.number]}
        foot = Markup(body(without_last(after_table(page))))
        return self._page("sections.html", path, heading=heading(page), foot=foot, **shown)

    def _record(
        self, path: str, page: Sequence[Block], sources: Sequence[Source], *, foot: Sequence[Block] = (), **given: Any
    ) -> str:
        """Write a page about one record as its view has it, with its documents and what it leads to."""
        empty = ("course", "picture", "bound", "ties")
        shown = {"lead": "", "unbound": (), "states": (), "others": (), **dict.fromkeys(empty), **given}
        content, after = Markup(body(page[1:])), Markup(body(foot))
        return self._page(
            "record.html", path, heading=heading(page), content=content, foot=after, sources=sources, **shown
        )

    def _downloads(self) -> str:
        """Write what can be downloaded: the package lies in `data` by now."""
        assert self.data
        database = size((self.data / "icc.db").stat().st_size)
        *_, dataset = citations(cite(self.store, [], self.on))
        return self._page(
            "data.html", "data.html", api=api, tables=downloads(self.data), database=database, cited=dataset
        )

    def _missing(self) -> str:
        """Write the page of what is not there: asked for at any depth, so that it leads from the top of the site."""
        top = urlsplit(self.url).path or "/"
        return self.environment.get_template("404.html").render(root=top, path=MISSING)

    def _style(self) -> str:
        stripes = "".join(f".expected.s-{one} {{ fill: url(#x-{one}) var(--status); }}\n" for one in STATUS)
        return (_STATIC / "style.css").read_text(encoding="utf-8") + STATUS_STYLE + stripes


def _drawn(draw: Callable[..., str]) -> Drawn:
    return Markup(draw(heading=False)), Markup(draw(heading=False, width=NARROWEST))


def _json(rows: Iterable[object]) -> str:
    return json.dumps([*rows], ensure_ascii=False, separators=(",", ":")) + "\n"
