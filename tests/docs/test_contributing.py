"""The tables of CONTRIBUTING.md: each key with what it holds and means, each kind of act with what it needs."""

from icc_cli.source.files import HELD
from icc_cli.treaty.vocabulary import ActKind
from tools.docs import contributing


def rows(page: str) -> list[list[str]]:
    """Return the cells of each line of a page's tables, but for their heads."""
    lines = [line.strip("| ").split(" | ") for line in page.split("\n") if line.startswith("| ")]
    return [cells for cells in lines if cells[0] not in ("key", "list", "kind")]


def test_each_key_has_what_it_holds_and_what_it_means() -> None:
    page = contributing.formats()
    assert [line[5:-1] for line in page.split("\n") if line.startswith("### ")] == list(HELD)
    assert all(len(cells) == 3 and all(cells) for cells in rows(page))


def test_a_key_that_must_be_given_is_bold_and_no_other() -> None:
    keys = {cells[0] for cells in rows(contributing.formats())}
    assert {"**`iso3`**", "**`act`**", "**`sources`**", "`circulated`", "`member-since`"} <= keys
    assert not {"`iso3`", "**`circulated`**"} & keys


def test_a_closed_vocabulary_lists_its_words_with_what_is_said_of_them() -> None:
    page = contributing.formats()
    assert "| **`united-nations`** | `member`, `observer`, `none` |" in page
    assert "`reported` (By one source)" in page


def test_each_kind_of_act_tells_whether_it_moves_a_status_what_it_needs_and_what_it_can_undo() -> None:
    page = contributing.acts()
    assert "| `withdrawal-rescinded` | Notice withdrawn | yes | `undoes` | `withdrawal-notice` |" in page
    assert "| `signal` | Signal |  | `title`, `leaning` | `signal`, `joining-step` |" in page
    assert [cells[0] for cells in rows(page)] == [f"`{kind}`" for kind in ActKind if kind != "cooperation-decision"]
