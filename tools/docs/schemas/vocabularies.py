"""What the words of the closed vocabularies mean, where the program says so."""

import ast
import inspect
from enum import StrEnum
from textwrap import dedent

from icc_cli.treaty import details as attributes
from icc_cli.treaty import labels, vocabulary

_LABELS: dict[type[StrEnum], dict[str, str]] = {
    vocabulary.Status: labels.STATUS,
    vocabulary.ActKind: labels.ACT,
    attributes.Reception: labels.RECEPTION,
    attributes.Outcome: labels.OUTCOME,
}


def meanings(kind: type[StrEnum]) -> str:
    """Return what each word means: `confirmed: By an official document; …`; nothing where they speak for themselves."""
    found = {**_docstrings(kind), **_LABELS.get(kind, {})}
    return "".join(f"{word}: {meaning.rstrip('.')}; " for word, meaning in found.items()).removesuffix("; ")


def _docstrings(kind: type[StrEnum]) -> dict[str, str]:
    """Return what stands as text below the words of a vocabulary in the program."""
    body = ast.parse(dedent(inspect.getsource(kind))).body[0]
    assert isinstance(body, ast.ClassDef)
    found = {}
    for before, after in zip(body.body, body.body[1:], strict=False):
        match before, after:
            case ast.Assign(value=ast.Constant(str(word))), ast.Expr(value=ast.Constant(str(text))):
                found[word] = text
    return found
