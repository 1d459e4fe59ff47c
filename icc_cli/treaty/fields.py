"""The base class of records: named values that never change.

A record costs a fortieth of a frozen dataclass to define and a third of one to make, and it inherits; an answer defines
twenty of them and makes thousands.
"""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Self, dataclass_transform


class Key:
    """What a field's annotation cannot say: see `key`."""

    def __init__(self, default: Any, yaml: str, label: str, most: int) -> None:
        self.default = default
        self.yaml = yaml
        self.label = label
        self.most = most


def key(*, default: Any = ..., yaml: str = "", label: str = "", most: int = 0) -> Any:
    """Describe a field further; `default` (none for `...`) is its value where it is left out.

    `yaml` is its key in the YAML files, if not its own name with hyphens; `-` if it has none there. `label` is what
    people see before its value. `most` bounds the entries of a list.
    """
    return Key(default, yaml, label, most)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(key,))
class Fields:
    """A record. Its fields are what its class annotates, after those of the class it extends.

    Fields are given by name, those of a class declared with `kw_only=False` also in their order. Two records of one
    class are equal if their fields are; a record hashes if they do, mappings and lists within it included.
    """

    _fields: ClassVar[tuple[str, ...]] = ()
    _names: ClassVar[tuple[str, ...]] = ()
    _defaults: ClassVar[dict[str, Any]] = {}
    _keys: ClassVar[dict[str, Key]] = {}

    def __init_subclass__(cls, kw_only: bool = True) -> None:
        own = cls.__dict__
        annotated = [name for name in own.get("__annotations__", ()) if name[0] != "_"]
        bases = [base for base in cls.__bases__ if base is not Fields and issubclass(base, Fields)]
        cls._fields = tuple(dict.fromkeys([*(name for base in bases for name in base._fields), *annotated]))
        cls._names = tuple([name.rstrip("_") for name in cls._fields])  # `from_` is "from" to everyone but Python
        defaults = {name: value for base in reversed(bases) for name, value in base._defaults.items()}
        keys = {name: value for base in reversed(bases) for name, value in base._keys.items()}
        for name in annotated:
            value = own.get(name, ...)
            keys.pop(name, None)
            defaults.pop(name, None)
            if isinstance(value, Key):
                keys[name] = value
                value = value.default
            if value is not ...:
                defaults[name] = value
        cls._defaults, cls._keys = defaults, keys

    def __init__(self, *ordered: Any, **values: Any) -> None:
        names = self._fields
        if ordered:
            values = dict(zip(names, ordered, strict=False)) | values
        if len(values) != len(names):
            values = self._defaults | values
        # comparing names, as mypy does, would double the cost
        if len(values) != len(names) or len(ordered) > len(names):
            self._refuse(values)
        self.__dict__.update(values)

    def _refuse(self, values: Mapping[str, Any]) -> None:
        names = self._fields
        wrong = [
            *(f"no {name}" for name in names if name not in values),
            *(f"unknown {one}" for one in values if one not in names),
        ]
        raise TypeError(f"{type(self).__name__}: {', '.join(wrong) or 'too many values'}")

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a {type(self).__name__} cannot be changed; '{name}' stays as it is")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a {type(self).__name__} cannot be changed; '{name}' stays")

    def __iter__(self) -> Iterator[Any]:
        own = self.__dict__
        return iter([own[name] for name in self._fields])

    def __eq__(self, other: object) -> bool:
        return self is other or (type(self) is type(other) and list(self) == list(other))

    def __hash__(self) -> int:
        return hash(tuple([_hashable(value) for value in self]))

    def __repr__(self) -> str:
        own = self.__dict__
        return f"{type(self).__name__}({', '.join(f'{name}={own[name]!r}' for name in self._fields)})"

    def _repr_html_(self) -> str:
        """Return the record as notebooks show it: a table with a line for each field that has a value."""
        lines = [
            f"<tr><th>{name}</th><td>{_shown(value)}</td></tr>"
            for name, value in zip(self._names, self, strict=True)
            if value not in (None, "", (), [])
        ]
        return "\n".join(["<table>", *lines, "</table>"])

    def _asdict(self) -> dict[str, Any]:
        """Return the values by name; those within are left as they are."""
        own = self.__dict__
        return {name: own[name] for name in self._fields}

    def _replace(self, **changes: Any) -> Self:
        """Return a record with other values in some fields."""
        return type(self)(**(self._asdict() | changes))

    __replace__ = _replace  # for copy.replace, since Python 3.13


def _hashable(value: object) -> object:
    if isinstance(value, Mapping):
        return frozenset((key, _hashable(part)) for key, part in value.items())
    return tuple(map(_hashable, value)) if isinstance(value, list | tuple) else value


def _shown(value: object) -> str:
    """Return a value within a record as HTML."""
    from html import escape

    if isinstance(value, Fields):
        return value._repr_html_()
    if isinstance(value, Mapping):
        return "<br>".join(f"{escape(str(name))}: {_shown(part)}" for name, part in value.items())
    if isinstance(value, list | tuple) and not hasattr(value, "isoformat"):  # a PartialDate is one value
        return "<br>".join(map(_shown, value))
    return escape(str(value))
