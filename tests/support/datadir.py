"""Data directories that a test may spoil: a copy of the frozen record, and a small one of two imaginary States."""

import json
import shutil
from pathlib import Path

from icc_cli.source.load import check
from tests.support.places import RECORD

SMALL = {
    "dataset.yaml": """\
title: Two imaginary States and the Rome Statute
version: "2026.1.0"
checked: 2026-01-01
licence: CC0-1.0
notices:
  names: No such States exist.
""",
    "documents.yaml": """\
- key: status-page
  symbol: C.N.1.2016
  title: "Depositary: status of the treaty"
  url: https://example.org/status
  url-known: seen
  kind: depositary
  date: 2026-01

- key: gazette
  title: "Ruritania: official gazette"
  kind: state
""",
    "amendments.yaml": """\
- id: aggression-2010
  title: The crime of aggression
  articles: 8 bis
  rule: 121(5)
  depositary-page: status-page
  adopted: 2010-06-11
  sources: [status-page]

- id: article-124-2015
  title: Deletion of article 124
  articles: 124 deleted
  rule: 121(4)
  adopted: 2015-11-26
  sources: [status-page]

- id: proposal-2024
  title: A proposal
  articles: 5
  rule: unsettled
  proposed: 2024-04-07
  sources: [status-page]
""",
    "context.yaml": """\
- act: context
  done: 2016-12-31
  id: UNSC-2016-12-31-context
  body: Security Council
  concerns: [RUR]
  title: The Security Council takes note
  sources: [status-page]
""",
    "corrections.yaml": """\
- fact: RUR-1998-12-04-signature
  field: done
  old: 1998-12-05
  new: 1998-12-04
  why: The gazette has the day after.
  since: "2026.1.0"
  sources: [gazette]
""",
    "situations/strelsau.yaml": """\
id: strelsau
kind: situation
name: Strelsau, Ruritania
states: [RUR]
trigger: self-referral
opened: 2005-02-01
closed: 2015-03
scope-from: 2002-09-01
scope-to: 2004-12-31
sources: [status-page]
referrals:
  - by: [RUR]
    done: 2004-12-22
    sources: [status-page]
""",
    "situations/pe-strelsau.yaml": """\
id: pe-strelsau
kind: examination
name: Strelsau, Ruritania
states: [RUR]
trigger: communications
opened: 2004-10-01
closed: 2005-02-01
outcome: investigation-opened
leads-to: strelsau
sources: [status-page]
""",
    "states/RUR.yaml": """\
iso3: RUR
iso2: RU
m49: "998"
name: Ruritania
everyday: Ruritania
formal: Kingdom of Ruritania
names:
  fr: Ruritanie
also: [Ruritanien]
demonyms: [Ruritanian]
group: Eastern European
united-nations: member
member-since: 1990-01-01
codes:
  cow: 998

acts:
  - act: signature
    done: 1998-12-04
    id: RUR-1998-12-04-signature
    sources: [status-page]

  - act: ratification
    done: 2002-06-28
    effect: 2002-09-01
    id: RUR-2002-06-28-ratification
    sources: [status-page]

  - act: declaration
    kind: article-87-channel
    done: 2002-06-28
    id: RUR-2002-06-28-declaration
    title: Diplomatic channel
    sources: [status-page]

  - act: withdrawal-notice
    done: 2016-11-10
    effect: 2017-11-10
    circulated: 2016-11-11
    id: RUR-2016-11-10-withdrawal-notice
    confidence: confirmed
    disputed:
      - field: done
        value: 2016-11-09
        sources: [gazette]
    sources: [status-page, gazette]

  - act: withdrawal-rescinded
    done: 2017-02-10
    id: RUR-2017-02-10-withdrawal-rescinded
    undoes: RUR-2016-11-10-withdrawal-notice
    note: The new government stays.
    sources: [status-page]
""",
    "states/GRA.yaml": """\
iso3: GRA
iso2: GK
name: Graustark
everyday: Graustark
united-nations: none
""",
}
"""The small dataset: Ruritania signed, ratified, gave notice and took it back; Graustark did nothing."""


class DataDir:
    """A data directory, and what `icc data check` says of it after the test has edited it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, name: str, content: str | bytes) -> None:
        """Write a file as it is given, whatever the platform."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def read(self, name: str) -> str:
        return (self.path / name).read_text(encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace a piece of text that stands once in a file."""
        text = self.read(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def append(self, name: str, text: str) -> None:
        self.write(name, self.read(name) + text)

    def remove(self, name: str) -> None:
        (self.path / name).unlink()

    def place(self, name: str, text: str) -> str:
        """Return `file:line: ` of the first line that holds a text, as problems begin."""
        lines = self.read(name).split("\n")
        return f"{name}:{next(number for number, line in enumerate(lines, 1) if text in line)}: "

    def problems(self) -> list[str]:
        """Return all that is wrong, as `icc data check` prints it."""
        return [str(problem) for problem in check(self.path)[1]]


def small_data(path: Path) -> DataDir:
    """Write the small dataset, which is valid."""
    data = DataDir(path)
    for name, text in SMALL.items():
        data.write(name, text)
    return data


def real_data(path: Path) -> DataDir:
    """Copy the frozen record, which is of real States."""
    shutil.copytree(RECORD, path)
    return DataDir(path)


def act(kind_of_act: str, done: str = "", state: str = "GRA", /, **keys: str | list[str]) -> str:
    """Write an act of Graustark on one line: `id` and `sources` are made up unless given, empty keys left out."""
    named = {key.replace("_", "-"): value for key, value in keys.items()}
    made = {"id": f"{state}-{done or 'undated'}-{kind_of_act}", "sources": ["status-page"]}
    facts = {"act": kind_of_act, "done": done, **made, **named}
    return json.dumps({key: value for key, value in facts.items() if value}, ensure_ascii=False)
