"""What the words of the closed vocabularies mean, where the program says so."""

from enum import StrEnum

from icc_cli.treaty import described, details, labels, vocabulary

_LABELS: dict[type[StrEnum], dict[str, str]] = {
    vocabulary.Status: labels.STATUS,
    vocabulary.ActKind: labels.ACT,
    details.Reception: labels.RECEPTION,
    details.Outcome: labels.OUTCOME,
}


def meanings(kind: type[StrEnum]) -> str:
    """Return what each word means: `confirmed: By an official document; …`; nothing where they speak for themselves."""
    found = {**described.meanings(kind), **_LABELS.get(kind, {})}
    return "".join(f"{word}: {meaning.rstrip('.')}; " for word, meaning in found.items()).removesuffix("; ")
