"""What people type after `--suppose` -> the act they mean."""

from collections.abc import Sequence
from datetime import date

from icc_cli.database.store import Store
from icc_cli.errors import UsageError, suggest
from icc_cli.queries.amendments import find_amendment
from icc_cli.queries.names import find
from icc_cli.treaty import synonyms
from icc_cli.treaty.days import typed
from icc_cli.treaty.naming import to_token
from icc_cli.treaty.supposing import SUPPOSABLE, Supposition
from icc_cli.treaty.vocabulary import ActKind

_HINT = "write it as 'argentina withdrawal-notice 2026-12-01'"
_CONSENT_HINT = "write it as 'chile amendment-consent starvation 2027-02-01'"
_KINDS = {str(kind): kind for kind in SUPPOSABLE}
_WORDS = {**_KINDS, **{word: ActKind(kind) for word, kind in synonyms.SUPPOSED.items()}}


def read(store: Store, text: str) -> Supposition:
    """Return the act that `STATE ACT [AMENDMENT] DAY` means; an Art. 12(3) declaration may add `from DAY`.

    Raises UsageError, of which the first words repeat the text, if it is no such act.
    """
    try:
        return _read(store, text)
    except UsageError as error:
        error.message = f"--suppose '{text}': {error.message}"
        raise


def _read(store: Store, text: str) -> Supposition:
    words = text.split()
    place = next((place for place, word in enumerate(words) if place and to_token(word) in _WORDS), 0)
    if not place:
        near = [suggest(to_token(word), _WORDS, "") for word in words[1:]]
        hint = next(filter(None, near), f"{_HINT}; an act is one of: {', '.join(_KINDS)}")
        raise UsageError("no act that can be supposed is named", hint)
    state, act, rest = " ".join(words[:place]), _WORDS[to_token(words[place])], words[place + 1 :]
    accepts_from = None
    if act == ActKind.ARTICLE_12_3_DECLARATION and "from" in rest[:-1]:
        at = rest.index("from")
        size = 3 if _reads(rest[at + 1 : at + 4]) else 1
        accepts_from = _day(rest[at + 1 : at + 1 + size])
        del rest[at : at + 1 + size]
    if not rest:
        raise UsageError("the day is missing", _HINT)
    size = 3 if _reads(rest[-3:]) else 1
    between, day = rest[:-size], rest[-size:]
    amendment = ""
    if act == ActKind.AMENDMENT_CONSENT:
        if not between:
            raise UsageError("the amendment is not named", _CONSENT_HINT)
        amendment = find_amendment(store, " ".join(between))
    elif between:
        raise UsageError(f"'{' '.join(between)}' is not a day", _HINT)
    return Supposition(text, find(store, state), act, _day(day), amendment, accepts_from)


def _reads(words: Sequence[str]) -> bool:
    """Return whether three words are a day as it is printed: `16 Nov 2016`."""
    try:
        return len(words) == 3 and bool(typed(" ".join(words)))
    except ValueError:
        return False


def _day(words: Sequence[str]) -> date:
    """Read one day; a month has no effect of its own under the treaty."""
    text = " ".join(words)
    try:
        day = typed(text)
    except ValueError as error:
        raise UsageError(f"'{text}' is not a day: {error}", _HINT) from None
    if not isinstance(day, date):
        raise UsageError(f"'{text}' is not one day", _HINT)
    return day
