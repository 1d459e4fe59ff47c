"""What the classes of records say of their fields: kinds, meanings, labels. No answer needs it: it reads source."""

import ast
import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import pairwise
from types import ModuleType, NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin

from icc_cli.treaty import dates, details, facts, forms, model, persons, vocabulary
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.glossary import GLOSSARY

NAMES = {name: value for module in (forms, details, vocabulary, dates) for name, value in vars(module).items()}
"""What annotations may name that a module imports for type checkers only: importing it would cost answers time."""
NAMES |= {"date": date, "Mapping": Mapping, "Any": Any, "Literal": Literal}


F = TypeVar("F", bound=Callable[..., Any])


def remembered(function: F) -> F:
    """Let a function of classes keep what it returned; mypy would have it that a class hashes as its instances do."""
    return cast("F", cache(function))


class Described(Fields):
    """A field of a class of records.

    `yaml` is its key in the YAML files, empty where it has none; `kind` the annotation, read; `required`: a value must
    be given; `meaning`, `label` and `most` are what the class says of it.
    """

    name: str
    yaml: str
    kind: Any
    required: bool
    meaning: str
    label: str
    most: int


@remembered
def described(record: type[Fields]) -> tuple[Described, ...]:
    """Return the fields of a class, its own before those of the classes it extends."""
    hints = kinds(record)
    return tuple(_described(record, name, hints[name]) for name in dict.fromkeys(_own_first(record)))


@remembered
def kinds(record: type[Fields]) -> dict[str, Any]:
    """Return the kind of values of each field of a class, in their order."""
    found: dict[str, Any] = {}
    for one in reversed(record.__mro__):
        found |= inspect.get_annotations(one, globals=NAMES | vars(sys.modules[one.__module__]), eval_str=True)
    return {name: found[name] for name in record._fields}


def _own_first(record: type[Fields]) -> Iterator[str]:
    own = vars(record).get("__annotations__", ())
    yield from (name for name in own if name in record._fields)
    for base in record.__bases__:
        if issubclass(base, Fields):
            yield from _own_first(base)


def _described(record: type[Fields], name: str, kind: Any) -> Described:
    key = record._keys.get(name)
    yaml = (key.yaml if key else "") or name.replace("_", "-")
    return Described(
        name=name,
        yaml="" if yaml == "-" else yaml,
        kind=kind,
        required=name not in record._defaults,
        meaning=meaning(record, name),
        label=key.label if key else "",
        most=key.most if key else 0,
    )


def meaning(record: type, name: str) -> str:
    """Return what a field means: what stands below it in its class, or in the nearest that this extends.

    Where nothing does, the glossary tells, or the class of the model that bears the record's name.
    """
    ours = [one for one in record.__mro__ if issubclass(one, Fields)]
    known = [getattr(home, one.__name__, None) for one in ours for home in (model, facts, persons)]
    found = [fact for fact in known if fact and name in fact._fields]
    said = (_text(one, name) for one in ours)
    return next(filter(None, said), "") or GLOSSARY.get(name) or next((_text(fact, name) for fact in found), "")


def meanings(words: type[StrEnum]) -> dict[str, str]:
    """Return what stands below the words of a closed vocabulary, by word; those that need no words are left out."""
    return {word.value: text for word in words if (text := _text(words, word.name))}


def summary(record: type) -> str:
    """Return what a class says of itself, on one line."""
    return " ".join((record.__doc__ or "").split())


def _text(record: type, name: str) -> str:
    return _texts(inspect.getmodule(record)).get((record.__qualname__, name), "")


@cache
def _texts(module: ModuleType | None) -> dict[tuple[str, str], str]:
    """Return the text below each field, or word, of the classes of a module, by class and name."""
    found: dict[tuple[str, str], str] = {}
    if module is None:
        return found
    for node in ast.parse(inspect.getsource(module)).body:
        body = node.body if isinstance(node, ast.ClassDef) else []
        for before, after in pairwise(body):
            match before, after:
                case (
                    ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]),
                    ast.Expr(value=ast.Constant(value=str(text))),
                ):
                    assert isinstance(node, ast.ClassDef)
                    found[node.name, name] = " ".join(text.split())
    return found


def form(kind: Any) -> forms.Form | None:
    """Return the form that text of a kind must have; None for free text, and for what is no text."""
    said = kind.__metadata__ if get_origin(kind) is Annotated else ()
    return next((one for one in said if isinstance(one, forms.Form)), None)


def parts(kind: Any) -> tuple[Any, ...]:
    """Return the kinds that a union is made of, without None; itself where it is none."""
    if get_origin(kind) in (Union, UnionType):
        return tuple(one for one in get_args(kind) if one is not NoneType)
    return (kind,)


def item(kind: Any) -> Any:
    """Return the kind of the items of a tuple; None for what is no tuple."""
    return get_args(kind)[0] if get_origin(kind) is tuple else None
