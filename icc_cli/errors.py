"""The ways an answer can fail. Each error knows its exit code; one handler prints it as one line."""

from collections.abc import Iterable, Sequence


class IccError(Exception):
    """A failure, in one line (`message`). `hint` says what to try next."""

    exit_code = 3

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Travel to another process whole: by what it holds, since its classes are made from other things."""
        return _bare, (type(self), self.message), vars(self)


def _bare(kind: type[IccError], message: str) -> IccError:
    return kind.__new__(kind, message)


class UsageError(IccError):
    """The question was put wrongly: a bad date, an unknown filter."""

    exit_code = 2


class UnknownName(UsageError):
    """Nothing of a kind (`what`) goes by this name. `suggestions` are at most three near names.

    `otherwise` is the hint where no name is near; `problem` a word for what is wrong with the name.
    """

    problem = "unknown"

    def __init__(
        self,
        name: str,
        suggestions: Sequence[str] = (),
        what: str = "State",
        otherwise: str = "try an English name or an ISO code",
    ) -> None:
        super().__init__(
            f"no {what} is known as '{name}'", f"did you mean {either(suggestions)}?" if suggestions else otherwise
        )
        self.name = name
        self.suggestions = tuple(suggestions)


class AmbiguousName(UsageError):
    """Several States, or others of a kind (`what`), answer to this name.

    `candidates` are their own names by alphabet; none if there are too many.
    """

    problem = "ambiguous"

    def __init__(self, name: str, candidates: Sequence[str], what: str = "States") -> None:
        hint = f"say which: {either(candidates)}" if candidates else "write more of it"
        super().__init__(f"'{name}' may mean several {what}", hint)
        self.name = name
        self.candidates = tuple(candidates)


class NotYet(IccError):
    """What is asked for by its id had not happened by the day asked about."""

    exit_code = 1


class NoAddress(IccError):
    """What was to be opened has no address on record, or nothing opens it."""

    exit_code = 1


class DatasetError(IccError):
    """The dataset is missing, unreadable or invalid."""


class DocumentError(IccError):
    """A document given for comparison cannot be read, or nothing in it is understood."""


def suggest(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return what to try in place of an unknown word: the known one that is nearest or holds it, or `otherwise`."""
    from difflib import get_close_matches  # only where a word was not found: importing it costs time

    words = list(known)
    near = get_close_matches(word, words, 1) or [one for one in words if len(word) > 3 and word in one]
    return f"did you mean '{near[0]}'?" if near else otherwise


def shortened(text: str, length: int = 600) -> str:
    """Leave out the middle of a line that is longer than anybody reads; its beginning and its hint stay."""
    if len(text) <= length:
        return text
    return f"{text[: length // 2]} ... {text[-length // 3 :]}"


def either(words: Sequence[str]) -> str:
    """Join words as in 'a, b or c'."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " or " + words[-1]
