"""What can be typed where: States, ids, fields. Imported only while a shell asks (`types.completing`)."""

from contextlib import AbstractContextManager, closing

import click
from click.shell_completion import CompletionItem

from icc_cli.database.opening import open_store
from icc_cli.database.spellings import listed
from icc_cli.database.store import Store
from icc_cli.queries.columns import find_all
from icc_cli.treaty.articles import ARTICLES, identifier
from icc_cli.treaty.naming import Rank, fold, short_symbol

Items = list["CompletionItem[str]"]

_IDS = {
    "person": "SELECT id, name AS title FROM person ORDER BY id",
    "situation": "SELECT id, name AS title FROM situation ORDER BY position",
    "amendment": "SELECT id, title FROM amendment ORDER BY position",
    "act": "SELECT id, title FROM act ORDER BY position",
    "document": "SELECT key AS id, title FROM document ORDER BY key",
}


def states(ctx: click.Context, incomplete: str) -> Items:
    """Return the States whose everyday name begins so; or else, other names that do: on record, or in any language."""
    key = fold(incomplete)
    beginnings = (key, "saint") if key == "st" else (key,)
    with _store(ctx) as store:
        everyday = sorted((fold(row["everyday"]), row["everyday"]) for row in store.rows("SELECT everyday FROM state"))
        names = [CompletionItem(name) for folded, name in everyday if folded.startswith(beginnings)]
        return names or _other_names(store, key) or _names_of_languages(store, key)


def _other_names(store: Store, key: str) -> Items:
    """Return the names that begin so, each with its State's everyday one; none that would not settle on its State."""
    rows = store.rows(
        "SELECT n.name, s.everyday FROM state_name n JOIN state s USING (iso3) "
        "WHERE n.folded BETWEEN ? AND ? AND n.rank IN (?, ?) "
        "AND NOT EXISTS (SELECT 1 FROM state_name o WHERE o.folded = n.folded "
        "AND (o.rank = ? OR o.iso3 <> n.iso3 AND o.rank <= n.rank)) ORDER BY n.folded, n.rank",
        key,
        f"{key}\U0010ffff",
        Rank.OWN,
        Rank.OTHER,
        Rank.AMBIGUOUS,
    )
    return [CompletionItem(name, help=everyday) for name, everyday in dict(map(tuple, rows)).items()]


def _names_of_languages(store: Store, key: str) -> Items:
    """Return the names of Unicode CLDR that begin so and settle on their State, each with its everyday name."""
    states = {row["iso2"]: row for row in store.rows("SELECT iso2, iso3, everyday FROM state")}
    names = {name: states[code] for code, name, _ in listed("cldr.tsv") if code in states}
    begin = [name for name in names if key and fold(name).startswith(key)]
    found = find_all(store, begin)
    return [
        CompletionItem(name, help=names[name]["everyday"]) for name in begin if found[name].iso3 == names[name]["iso3"]
    ]


def ids(ctx: click.Context, incomplete: str) -> Items:
    """Return the ids on record that begin so, in any case; behind a kind and a colon only those of that kind."""
    kind, colon, word = incomplete.rpartition(":")
    before = kind + colon
    key = word.casefold()
    kinds = [kind.casefold()] if colon else list(_IDS)
    with _store(ctx) as store:
        return [
            CompletionItem(before + row["id"], help=row["title"])
            for one in kinds
            if one in _IDS
            for row in store.rows(_IDS[one])
            if row["id"].casefold().startswith(key)
        ] or [
            CompletionItem(name, help=title)
            for name, title in [*_symbols(store), *((identifier(n), title) for n, (title, _) in ARTICLES.items())]
            if key and not colon and name.casefold().startswith(key)
        ]


def _symbols(store: Store) -> list[tuple[str, str]]:
    """Return the symbols of documents as answers print them, each with its title."""
    rows = store.rows("SELECT symbol, title FROM document WHERE symbol IS NOT NULL ORDER BY symbol")
    return [(short_symbol(row["symbol"]), row["title"]) for row in rows]


def states_and_ids(ctx: click.Context, incomplete: str) -> Items:
    """Return States, then ids."""
    return [*states(ctx, incomplete), *ids(ctx, incomplete)]


def amendments(ctx: click.Context, incomplete: str) -> Items:
    """Return the ids of amendments."""
    found = ids(ctx, f"amendment:{incomplete}")
    return [CompletionItem(item.value.partition(":")[2], help=item.help) for item in found]


def persons(ctx: click.Context, incomplete: str) -> Items:
    """Return the ids of persons before the Court, also of those one of whose names has a word that begins so."""
    key = fold(incomplete)
    with _store(ctx) as store:
        rows = store.rows("SELECT folded, id, name FROM person_name JOIN person ON id = person ORDER BY id")
        named = {row["id"]: row["name"] for row in rows if f" {key}" in f" {row['folded']}"}
        return [CompletionItem(person, help=name) for person, name in named.items()]


def situations(ctx: click.Context, incomplete: str) -> Items:
    """Return the ids of situations under investigation."""
    found = ids(ctx, f"situation:{incomplete}")
    names = [(item.value.partition(":")[2], item.help) for item in found]
    return [CompletionItem(name, help=help_) for name, help_ in names if not name.startswith("pe-")]


def persons_and_situations(ctx: click.Context, incomplete: str) -> Items:
    """Return persons, situations, then States."""
    return [*persons(ctx, incomplete), *situations(ctx, incomplete), *states(ctx, incomplete)]


def bodies(ctx: click.Context, incomplete: str) -> Items:
    """Return the bodies whose acts are on record."""
    with _store(ctx) as store:
        rows = store.rows("SELECT DISTINCT body FROM act WHERE body IS NOT NULL ORDER BY body")
        return _beginning([row["body"] for row in rows], incomplete)


def territories(ctx: click.Context, incomplete: str) -> Items:
    """Return the named territories."""
    with _store(ctx) as store:
        rows = store.rows("SELECT token, name FROM territory ORDER BY token")
        return [CompletionItem(row["token"], help=row["name"]) for row in rows if row["token"].startswith(incomplete)]


def crimes(_ctx: click.Context, incomplete: str) -> Items:
    """Return the crimes of the Statute."""
    from icc_cli.jurisdiction.inputs import Crime

    return _beginning(list(Crime), incomplete)


def rules(_ctx: click.Context, incomplete: str) -> Items:
    """Return the ids of the jurisdiction rules."""
    from icc_cli.jurisdiction.rules import RULES

    return [
        CompletionItem(name, help=rule.title) for name, rule in RULES.items() if name.startswith(incomplete.upper())
    ]


def cooperation_rules(_ctx: click.Context, incomplete: str) -> Items:
    """Return the ids of the rules of cooperation."""
    from icc_cli.cooperation.rules import RULES

    return [
        CompletionItem(name, help=rule.title) for name, rule in RULES.items() if name.startswith(incomplete.upper())
    ]


def fields(ctx: click.Context, incomplete: str) -> Items:
    """Return the fields of the command's answers; behind a comma the next one."""
    from icc_cli.contract import listing
    from icc_cli.output.report import schemas

    before, comma, word = incomplete.rpartition(",")
    known = listing(schemas(ctx.command.callback).values())
    names = [name for name in known if not name.startswith("#") and name not in before.split(",")]
    return [CompletionItem(f"{before}{comma}{name}") for name in dict.fromkeys(names) if name.startswith(word)]


def helped(ctx: click.Context, incomplete: str) -> Items:
    """Return the topics and commands of `icc help`."""
    from icc_cli.cli.commands import COMMANDS
    from icc_cli.cli.topics import TOPICS

    every = {name: topic.title for name, topic in TOPICS.items()} | COMMANDS
    return [CompletionItem(name, help=help_) for name, help_ in every.items() if name.startswith(incomplete)]


def files(_ctx: click.Context, incomplete: str) -> Items:
    """Leave it to the shell to complete a file's name."""
    return [CompletionItem(incomplete, type="file")]


def directories(_ctx: click.Context, incomplete: str) -> Items:
    """Leave it to the shell to complete a directory's name."""
    return [CompletionItem(incomplete, type="dir")]


def _beginning(words: list[str], incomplete: str) -> Items:
    return [CompletionItem(word) for word in words if word.casefold().startswith(incomplete.casefold())]


def _store(ctx: click.Context) -> AbstractContextManager[Store]:
    """Open the dataset that the line names, or the usual one, until it has been asked."""
    return closing(open_store(ctx.params.get("data")))
