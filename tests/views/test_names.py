"""`icc names` in words."""

from collections.abc import Callable
from typing import Any


def test_a_state_is_shown_with_its_codes_names_and_other_languages(
    icc: Callable[..., tuple[int, str, str]], icc_json: Callable[..., Any]
) -> None:
    code, out, err = icc("names", "ivory", "coast")
    assert (code, err) == (0, "")
    assert out.splitlines()[0].split() == ["Côte", "d'Ivoire", "CIV"]
    assert "iso3 CIV · iso2 CI · m49 384 · cow 437 · gw 437 · vdem 64" in out
    for part in ("Ivory Coast", "Ivorian", "Elfenbeinküste"):
        assert part in out, part
    kinds = [one["kind"] for one in icc_json("names", "CIV")]
    assert list(dict.fromkeys(kinds)) == [
        "iso3", "iso2", "m49", "cow", "gw", "vdem", "own", "other", "people", "local", "language",
    ]  # fmt: skip
