"""How a built site is read: served to programs, and page by page, what each holds and where it leads."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag

from icc_cli.site.serve import server


@contextmanager
def served(folder: Path) -> Iterator[int]:
    """Serve a directory while the block runs; gives the port."""
    with server(folder, 0) as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        try:
            yield serving.server_address[1]
        finally:
            serving.shutdown()
            thread.join()


class Page(HTMLParser):
    """What a page holds: its ids, what it loads, what it leads to, and its inline scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.loads: list[str] = []
        self.leads: list[str] = []
        self.inline: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self.loads += [given[name] for name in ("src", "srcset", "poster", "data", "xlink:href") if name in given]
        if "href" in given:
            (self.leads if tag == "a" else self.loads).append(given["href"])
        self.inline += [name for name in given if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in given and given.get("type") != "application/json"):
            self.inline.append(tag)


def pages_of(site: Path) -> dict[str, Page]:
    """Return every page of a site by its path within it."""
    return {
        path.relative_to(site).as_posix(): Page(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def broken_links(site: Path, pages: dict[str, Page]) -> list[str]:
    """Return the links within a site that lead to no file, or to no place that is on the page."""
    found = []
    for name, page in pages.items():
        for target in page.leads:
            if re.match("https?:", target):
                continue
            path, anchor = urldefrag(target)
            file = (site / path[1:] if path[:1] == "/" else (site / name).parent / path) if path else site / name
            there = file.resolve().is_file()
            if there and anchor:
                there = anchor in pages[file.resolve().relative_to(site.resolve()).as_posix()].ids
            if not there:
                found.append(f"{name}: {target}")
    return found
