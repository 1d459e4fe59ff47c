"""Worked cases: questions that between them walk through the rules, each answered on a page with its steps."""

from collections.abc import Iterator
from datetime import date

from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.jurisdiction.answer import Answered
from icc_cli.jurisdiction.ask import ask
from icc_cli.treaty.fields import Fields

_CAH, _WAR, _AGGRESSION = "crimes-against-humanity", "war-crimes", "aggression"


class Asked(Fields, kw_only=False):
    """A question with its name and its title; tokens as in the input table of the rules."""

    name: str
    title: str
    crime: str
    day: str
    territory: str | None
    nationals: str
    special: str = ""
    unsc: str = ""
    until: str = ""
    on: str = ""


class Worked(Fields, kw_only=False):
    """A question with its answer."""

    asked: Asked
    answered: Answered

    @property
    def path(self) -> str:
        """Its page."""
        return f"cases/{self.asked.name}.html"

    @property
    def rules(self) -> list[str]:
        """The rules it used, in order."""
        return list(dict.fromkeys(step.rule for step in self.answered.answer.steps))


CASES = (
    Asked("crimea", "Crimea, 2014", _WAR, "2014-03-01", "UKR", "RUS", "territory:crimea"),
    Asked("ukrainian-at-home", "A Ukrainian in Ukraine, 2025", _WAR, "2025-06-01", "UKR", "UKR"),
    Asked("kursk", "A Ukrainian in the Kursk region, 2025", _WAR, "2025-06-01", "RUS", "UKR", "territory:kursk"),
    Asked("ukrainian-ship", "On a Ukrainian ship, 2018", _WAR, "2018-11-25", None, "RUS", "vessel:UKR;high-seas"),
    Asked("south-ossetia", "South Ossetia, 2008", _CAH, "2008-08-10", "GEO", "RUS", "territory:south-ossetia"),
    Asked("afghanistan", "A United States national in Afghanistan, 2005", _WAR, "2005-03-01", "AFG", "USA"),
    Asked("gaza", "Gaza, 2023", _WAR, "2023-11-01", "PSE", "ISR", "territory:gaza"),
    Asked("israel", "Palestinians in Israel, 2023", _WAR, "2023-10-07", "ISR", "PSE"),
    Asked("syria", "Syria, 2016: no State accepted", _CAH, "2016-11-01", "SYR", "RUS"),
    Asked("foreign-fighter", "A German in Syria, 2015", _WAR, "2015-06-01", "SYR", "DEU"),
    Asked("darfur", "Darfur, 2004: before the referral", "genocide", "2004-01-15", "SDN", "SDN", "territory:darfur"),
    Asked("khartoum", "Khartoum, 2025", _CAH, "2025-06-01", "SDN", "SDN", "territory:khartoum;cross-border:TCD"),
    Asked("libya-operation", "An operation in Libya, 2011", _WAR, "2011-06-01", "LBY", "USA", "un-operation"),
    Asked("libya-later", "A later conflict in Libya, 2019", _CAH, "2019-04-15", "LBY", "LBY"),
    Asked("philippines", "The Philippines, 2016: a State that has left", _CAH, "2016-09-01", "PHL", "PHL"),
    Asked("philippine-ship", "On a Philippine ship, 2018", _CAH, "2018-04-01", None, "CHN", "vessel:PHL;high-seas"),
    Asked("burundi", "A detention in Burundi, 2015 to 2018", _CAH, "2015-06-01", "BDI", "BDI", "continuing", "",
          "2018-12-31"),
    Asked("venezuela", "A strike in Venezuela, judged after it has left", _WAR, "2026-01-03", "VEN", "USA", "", "", "",
          "2027-08-01"),
    Asked("rohingya", "Deportation from Myanmar to Bangladesh, 2017", _CAH, "2017-09-01", "MMR", "MMR",
          "cross-border:BGD"),
    Asked("myanmar", "Inside Myanmar, 2022", _CAH, "2022-03-01", "MMR", "MMR"),
    Asked("flotilla", "A ship of the Comoros, 2010", _WAR, "2010-05-31", None, "ISR", "vessel:COM;high-seas"),
    Asked("kosovo", "Kosovo, 2004", _CAH, "2004-03-17", "SRB", "USA", "territory:kosovo"),
    Asked("tokelau", "A Cook Islander in Tokelau, 2005", _CAH, "2005-06-01", "NZL", "COK", "territory:tokelau"),
    Asked("jersey", "Jersey, 2024", _CAH, "2024-06-01", "GBR", "USA", "territory:jersey"),
    Asked("aggression-against-ukraine", "Aggression against Ukraine, 2022", _AGGRESSION, "2022-02-24", "UKR", "RUS"),
    Asked("aggression-between-parties", "Aggression between Parties, 2024", _AGGRESSION, "2024-12-30", "DEU",
          "BEL", "aggressor:BEL"),
    Asked("aggression-two-nationalities", "Aggression and two nationalities, 2024", _AGGRESSION, "2024-12-30", "DEU",
          "RUS;BEL"),
    Asked("starvation", "Starvation in a civil war, 2025", _WAR, "2025-06-01", "ARM", "ARM", "amended:starvation"),
    Asked("minor", "A person of seventeen years", _CAH, "2018-05-01", "FRA", "FRA", "age:17"),
    Asked("witness", "False testimony before the Court, 2015", "administration-of-justice", "2015-03-01", None, "ETH"),
)  # fmt: skip


def worked(store: Store, today: date) -> Iterator[Worked]:
    """Yield each case with its answer; one that names what the record does not have is left out."""
    for one in CASES:
        try:
            [answered] = ask(
                store,
                crimes=[one.crime],
                day=date.fromisoformat(one.day),
                until=date.fromisoformat(one.until) if one.until else None,
                on=date.fromisoformat(one.on) if one.on else None,
                today=today,
                territory=one.territory,
                nationals=[one.nationals],
                special=[one.special],
                unsc=[one.unsc],
            )
        except UsageError:
            continue
        yield Worked(one, answered)
