"""Attacks the program from outside, as an adversary and a chaos engineer did, and says what broke.

    python tools/attack.py                          # some of everything, in a few minutes
    python tools/attack.py kills --times 1000       # one attack, as often as you like
    python tools/attack.py --seed 7 --data data

Each attack ends by itself. What is found is printed as a table; the exit code is 1 if anything broke.
"""

import argparse
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parent.parent
ICC = [sys.executable, "-m", "icc_cli"]
FOLDERS = ("export", "site")
PACKAGED = """
import sys
from icc_cli.database import opening
opening.PACKAGED = sys.argv.pop(1)
from icc_cli.__main__ import main
main()
"""
"""Runs `icc` as installed from a wheel that brings the database named first."""


class World:
    """Where attacks take place: a directory of their own, the data, and a source of chance."""

    def __init__(self, place: Path, data: Path, seed: int, times: int | None) -> None:
        self.place, self.data, self.chance, self.times = place, data, random.Random(seed), times
        self.temporary = place / "tmp"
        self.temporary.mkdir()

    def environment(self, cache: Path | None = None, **more: str) -> dict[str, str]:
        """Return the environment of a process: a cache of its own, or the common one."""
        chosen = str(cache or self.place / "cache")
        base = {key: value for key, value in os.environ.items() if key not in ("PYTHONUNBUFFERED", "ICC_DATA")}
        return {**base, "XDG_CACHE_HOME": chosen, "TMPDIR": str(self.temporary), "PYTHONPATH": str(ROOT), **more}

    def start(self, *words: str, cache: Path | None = None, **more: str) -> subprocess.Popen[bytes]:
        """Start a question about the data."""
        command = [*ICC, *words, *(["--data", str(self.data)] if words[0] != "data" else [])]
        return subprocess.Popen(
            command, cwd=ROOT, env=self.environment(cache, **more), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    def ask(self, *words: str, cache: Path | None = None, **more: str) -> tuple[int, bytes, str]:
        """Return the exit code, the answer and what was said beside it."""
        process = self.start(*words, cache=cache, **more)
        answer, beside = process.communicate(timeout=300)
        return process.returncode, answer, beside.decode()

    def fresh(self, name: str) -> Path:
        """Return a path where nothing is."""
        path = self.place / name
        shutil.rmtree(path, ignore_errors=True)
        return path


Found = Iterator[tuple[str, bool]]
"""What each try came to, and whether that is as it should be."""


def one_line(beside: str) -> bool:
    """Return whether a failure was one line of the program's own."""
    return beside.startswith("icc: ") and beside.count("\n") == 1


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a directory."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def together(world: World) -> Found:
    """Two or three at once into one new directory: what is there in the end is whole."""
    for what in FOLDERS:
        whole = world.fresh("whole")
        world.ask(what, str(whole), "--on", "2020-01-01")
        right = contents(whole)
        for number in range(world.times or 4):
            folder = world.fresh("one")
            running = [world.start(what, str(folder), "--on", "2020-01-01") for _ in range(2 + number % 2)]
            said = [process.communicate(timeout=300)[1].decode() for process in running]
            codes = [process.returncode for process in running]
            fine = 0 in codes and all(code == 0 or one_line(text) for code, text in zip(codes, said, strict=True))
            yield f"{what}: {codes.count(0)} of {len(codes)} wrote", fine and contents(folder) == right


def links(world: World) -> Found:
    """A link, a pipe and a directory in the place of a database in the cache, and a cache that others may write."""
    cache = world.fresh("linked")
    question = ("status", "BDI", "--json", "--on", "2016-12-01")
    right = world.ask(*question, cache=cache)
    [database] = cache.glob("icc-cli/*.db")
    thesis, folder = world.place / "thesis.txt", database.parent
    for what in ("link", "link to nothing", "pipe", "directory", "forged, in a directory of others"):
        if database.is_dir() and not database.is_symlink():
            database.rmdir()
        else:
            database.unlink(missing_ok=True)
        thesis.unlink(missing_ok=True)
        if what == "link":
            thesis.write_text("mine")
        if what.startswith("link"):
            database.symlink_to(thesis)
        elif what == "pipe":
            os.mkfifo(database)
        elif what == "directory":
            database.mkdir()
        else:
            folder.chmod(0o777)
            database.write_bytes(b"forged")
        given = world.ask(*question, cache=cache)
        kept = thesis.read_text() == "mine" if what == "link" else not thesis.exists()
        yield what, given == right and kept
    yield "the cache is its user's own", folder.stat().st_mode & 0o077 == 0


def signals(world: World) -> Found:
    """SIGTERM, SIGHUP and one to three SIGINT while directories and files are written, and while a site is shown."""
    commands = (("export", "made"), ("site", "made"), ("site", "--serve", "--on", "2020-01-01"))
    codes = {signal.SIGTERM: {-15, 143}, signal.SIGHUP: {-1, 129}, signal.SIGINT: {130, -2}}
    for number in range(world.times or 24):
        words = [str(world.fresh("made")) if word == "made" else word for word in commands[number % 3]]
        how = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT][number // 3 % 3]
        process = world.start(*words)
        longest = 2.0 if number % 3 == 0 else 6.0
        time.sleep(world.chance.uniform(0.15, longest))
        for _ in range(1 + number % 3 if how == signal.SIGINT else 1):
            process.send_signal(how)
            time.sleep(0.003)
        _, beside = process.communicate(timeout=60)
        left = [*world.temporary.iterdir(), *world.place.glob("made/.icc-draft-*")]
        for path in left:
            shutil.rmtree(path, ignore_errors=True)
        quiet = "Traceback" not in beside.decode()
        yield how.name, not left and quiet and process.returncode in {*codes[how], 0, 1}


def kills(world: World) -> Found:
    """SIGKILL at any moment while a database, an export or a site is made: the next answer is right and whole."""
    question = ("events", "--on", "2016-12-01", "--json")
    began = time.perf_counter()
    right = world.ask(*question, cache=world.fresh("first"))
    took = {"build": time.perf_counter() - began}
    whole: dict[str, dict[str, bytes]] = {}
    for what in FOLDERS:
        began = time.perf_counter()
        world.ask(what, str(world.fresh("whole")), "--on", "2020-01-01")
        took[what] = time.perf_counter() - began
        whole[what] = contents(world.place / "whole")
    for number in range(world.times or 30):
        what = ("build", "build", "build", "export", "build", "build", "build", "export", "build", "site")[number % 10]
        target = world.place / ("killed" if what == "build" else f"killed-{what}")
        if what == "build":
            shutil.rmtree(target, ignore_errors=True)
        words = question if what == "build" else (what, str(target), "--on", "2020-01-01")
        cache = target if what == "build" else None
        process = world.start(*words, cache=cache)
        time.sleep(world.chance.uniform(0, 1.2 * took[what]))
        process.kill()
        process.communicate(timeout=60)
        ended = "killed" if process.returncode else "finished first"
        if what == "build":
            fine = world.ask(*question, cache=cache) == right
        elif number % 20 < 10:  # the other half is killed again in the same place
            fine = world.ask(*words)[0] == 0
            found = {name: text for name, text in contents(target).items() if not name.startswith(".icc-draft-")}
            fine = fine and found == whole[what]
            if number % 40 < 20:
                shutil.rmtree(target, ignore_errors=True)
        else:
            fine = True
        yield f"{what}: {ended}", fine


def updates(world: World) -> Found:
    """SIGKILL at any moment of `icc data update`, or of going back: the one record or the other is there, whole.

    Half of the tries wait for the draft of the new record, to be killed while it is written and put in its place.
    """
    records = {name: _record(world, name, day) for name, day in RECORDS.items()}
    share = world.fresh("share")
    placed = share / "icc-cli" / "record" / "icc.db"

    def run(*words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", PACKAGED, str(records["packaged"]), *words]
        environment = world.environment(XDG_DATA_HOME=str(share))
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def asked() -> tuple[int, bytes, bytes]:
        process = run("status", "BDI", "--json", "--on", "2016-12-01")
        answer, beside = process.communicate(timeout=60)
        return process.returncode, answer, beside

    def put(name: str | None) -> None:
        shutil.rmtree(share, ignore_errors=True)
        if name:
            run("data", "update", str(records[name])).communicate(timeout=60)

    answers = {}
    for name in (None, "newer", "newest"):
        put(name)
        answers[name] = asked()
    began = time.perf_counter()
    put("newest")
    took = time.perf_counter() - began
    for number in range(world.times or 20):
        before: str | None = (None, "newer", "newest")[number % 3]
        after = None if before == "newest" else "newest"
        put(before)
        process = run("data", "update", str(records[after]) if after else "--undo")
        if after and number % 2:
            while process.poll() is None and not [*placed.parent.glob(".draft-*")]:
                time.sleep(0.0002)
            time.sleep(world.chance.uniform(0, 0.004))
        else:
            time.sleep(world.chance.uniform(0, 1.2 * took))
        process.kill()
        process.communicate(timeout=60)
        ended = "killed" if process.returncode else "finished first"
        found = placed.read_bytes() if placed.exists() else None
        kept = [name for name in (before, after) if found == (records[name].read_bytes() if name else None)]
        fine = len(kept) == 1 and asked() == answers[kept[0]]
        drafts = len([*placed.parent.glob(".draft-*")]) if placed.parent.exists() else 0
        if after:  # asked again, it is taken whatever the killed one left
            again = run("data", "update", str(records[after]))
            again.communicate(timeout=60)
            fine = fine and again.returncode == 0 and placed.read_bytes() == records[after].read_bytes()
        what = "update" if after else "undo"
        had = "old record" if kept == [before] else "new record"
        yield f"{what}: {ended}, {had}" + (", a draft that nothing reads" if drafts else ""), fine


RECORDS = {"packaged": "2026-01-01", "newer": "2026-02-01", "newest": "2026-03-01"}
"""Records of one set of data, each with the day through which it was checked."""


def _record(world: World, name: str, checked: str) -> Path:
    """Write the database of a record with its checksum file, as an export has them."""
    from icc_cli.database.build import build
    from icc_cli.source.load import load

    folder = world.fresh(name)
    folder.mkdir()
    content = build(load(world.data)._replace(version=checked.replace("-", "."), checked=date.fromisoformat(checked)))
    (folder / "icc.db").write_bytes(content)
    (folder / "icc.db.sha256").write_text(f"{sha256(content).hexdigest()}  icc.db\n")
    return folder / "icc.db"


def disks(world: World) -> Found:
    """A disk that is full in the middle of an answer, with stdout buffered and not."""
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (65_536, resource.RLIM_INFINITY))
    for unbuffered in ("", "1"):
        for words in (("events", "--json"), ("events", "--format", "csv"), ("parties", "--format", "html")):
            with open(world.place / "full", "wb") as out:
                done = subprocess.run(
                    [*ICC, *words], cwd=ROOT, env=world.environment(PYTHONUNBUFFERED=unbuffered), stdout=out,
                    stderr=subprocess.PIPE, check=False, timeout=60, preexec_fn=limit,
                )  # fmt: skip
            cut = os.path.getsize(world.place / "full") >= 65_536
            said = done.returncode == 2 and one_line(done.stderr.decode())
            yield f"{'unbuffered' if unbuffered else 'buffered'}", said if cut else done.returncode == 0


HOSTILE: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {}
"""What a hostile server does, by the path that is asked for."""


def _hostile(answer: Callable[[BaseHTTPRequestHandler], None]) -> None:
    HOSTILE[f"/{answer.__name__.removeprefix('_')}"] = answer


def _head(handler: BaseHTTPRequestHandler, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()


@_hostile
def _endless(handler: BaseHTTPRequestHandler) -> None:
    _head(handler)
    while True:
        handler.wfile.write(b"<Treaty>" * 8192)


@_hostile
def _count(handler: BaseHTTPRequestHandler) -> None:
    _head(handler)
    handler.wfile.write(b"<Treaty><ExternalData><Status><Parties>12500</Parties></Status></ExternalData></Treaty>")


@_hostile
def _gzip(handler: BaseHTTPRequestHandler) -> None:
    import gzip

    _head(handler, Content_Encoding="gzip")
    handler.wfile.write(gzip.compress(b" " * 100_000_000))


@_hostile
def _file(handler: BaseHTTPRequestHandler) -> None:
    _head(handler, 302, Location="file:///etc/passwd")


@_hostile
def _user(handler: BaseHTTPRequestHandler) -> None:
    _head(handler, 302, Location="http://bob:hunter2@127.0.0.1:1/x")


@_hostile
def _loop(handler: BaseHTTPRequestHandler) -> None:
    _head(handler, 302, Location="/loop")


@_hostile
def _refused(handler: BaseHTTPRequestHandler) -> None:
    _head(handler, 401)


@_hostile
def _spoilt(handler: BaseHTTPRequestHandler) -> None:
    _head(handler, Content_Length="-5")
    handler.wfile.write(b"\0" * 1000)


@_hostile
def _entities(handler: BaseHTTPRequestHandler) -> None:
    _head(handler)
    handler.wfile.write(b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>')


@contextmanager
def _server() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            HOSTILE[self.path](self)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            pass

    with Server(("127.0.0.1", 0), Handler) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{serving.server_address[1]}"
        serving.shutdown()


def servers(world: World) -> Found:
    """A hostile server on loopback, and addresses that hold a password: one line, and no secret in it."""
    with _server() as host:
        addresses = [f"http://{host}{path}" for path in HOSTILE]
        addresses += [
            f"http://bob:hunter2@{host}/count",
            "http://127.0.0.1:1/x",
            "http://[::1",
            "gopher://x/",
            "http://é/é",
        ]
        for address in addresses:
            code, _, beside = world.ask("data", "compare", address)
            counted = address.endswith(f"{host}/count") and "@" not in address
            fine = code in ((0, 1, 3) if counted else (2, 3)) and "Traceback" not in beside
            yield address.replace(host, "HOST"), fine and "hunter2" not in beside and (counted or one_line(beside))


ATTACKS: dict[str, Callable[[World], Found]] = {
    one.__name__: one for one in (together, links, signals, kills, updates, servers, disks)
}


def finished(tries: Found) -> list[tuple[str, bool]]:
    """Return the tries that were made, all of them or those before Ctrl-C."""
    made = []
    with suppress(KeyboardInterrupt):
        for one in tries:
            made.append(one)
    return made


def main() -> int:
    """Run the attacks named, or all, and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("attacks", nargs="*", metavar="ATTACK", help=f"{', '.join(ATTACKS)}; all if none is named")
    parser.add_argument("--times", type=int, help="how many tries, where they can be counted")
    parser.add_argument("--data", type=Path, default=ROOT / "tests" / "record")
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    if unknown := set(chosen.attacks) - ATTACKS.keys():
        parser.error(f"unknown attack {unknown.pop()}; one of {', '.join(ATTACKS)}")
    broken = 0
    for name in chosen.attacks or ATTACKS:
        with tempfile.TemporaryDirectory() as place:
            tries = finished(ATTACKS[name](World(Path(place), chosen.data.resolve(), chosen.seed, chosen.times)))
        bad = Counter(what for what, fine in tries if not fine)
        broken += len(bad)
        print(f"{name}: {len(tries)} tries, {bad.total()} broke")
        for what, times in sorted(Counter(what for what, _ in tries).items()):
            print(f"  {what}: {times}" + (f", {bad[what]} BROKE" if bad[what] else ""), flush=True)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
