"""`jurisdiction.yaml` -> its tables in `icc.db`."""

from collections.abc import Iterator

from icc_cli.treaty.grounds import Grounds

SCHEMA = """
CREATE TABLE territory ( -- named territories, and the State whose acceptance counts there
  token TEXT PRIMARY KEY, name TEXT NOT NULL, state TEXT NOT NULL, code TEXT, not_in TEXT)
  WITHOUT ROWID;
CREATE TABLE territory_name ( -- every word for them
  name TEXT PRIMARY KEY, token TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE territory_standing ( -- how a territory is treated, in a period
  fact TEXT PRIMARY KEY, token TEXT NOT NULL, treatment TEXT NOT NULL, since TEXT,
  until TEXT, from_act TEXT, until_act TEXT, note TEXT) WITHOUT ROWID;
CREATE TABLE ground ( -- what else the jurisdiction rules need, list by list
  fact TEXT PRIMARY KEY, list TEXT NOT NULL, resolution TEXT, paragraph TEXT, act_id TEXT, situation TEXT, state TEXT,
  of_state TEXT, with_states TEXT, territory TEXT, treatment TEXT, reach TEXT, abroad TEXT, crimes TEXT, rule TEXT,
  since TEXT, until TEXT, plain_until TEXT, note TEXT
) WITHOUT ROWID;
"""

Row = tuple[str, tuple[object, ...]]
"""A table and the values of one row."""


def rows(grounds: Grounds) -> Iterator[Row]:
    """Return every row of the tables, with the documents that prove it."""
    for one in grounds.territories:
        yield "territory", (one.token, one.name, one.state, one.code, " ".join(one.not_in))
        for name in (one.token, *one.also):
            yield "territory_name", (name, one.token)
        for number, part in enumerate(one.standings):
            fact = f"territory:{one.token}:{number}"
            yield (
                "territory_standing",
                (fact, one.token, part.treatment, part.from_, part.until, part.from_act, part.until_act, part.note),
            )
            yield from _proof(fact, part.sources)
    for name, entries in grounds.lists().items():
        for number, entry in enumerate(entries):
            fact = f"{name.replace('_', '-')}:{number:02d}"
            yield (
                "ground",
                (
                    fact, name, entry.resolution, entry.paragraph, entry.act, entry.situation, entry.state, entry.of,
                    " ".join(entry.with_), entry.territory, entry.treatment, entry.reach, entry.abroad,
                    " ".join(entry.crimes), entry.rule, entry.from_, entry.until, entry.plain_until, entry.note,
                ),
            )  # fmt: skip
            yield from _proof(fact, entry.sources)


def _proof(fact: str, sources: tuple[str, ...]) -> Iterator[Row]:
    for position, source in enumerate(sources):
        yield "source", (fact, position, source)
