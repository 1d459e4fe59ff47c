"""`python -m tools.docs [--check]`."""

import argparse
import os
import sys

from tools.docs.pages import ROOT, outdated

parser = argparse.ArgumentParser(description="Write every page of the documents that the program makes.")
parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if a page is out of date")
options = parser.parse_args()
os.environ.pop("ICC_DATA", None)  # the documents show this checkout's own data

found = outdated()
for path, text in found:
    name = path.relative_to(ROOT).as_posix()
    if options.check:
        print(f"{name} is out of date; run: python -m tools.docs")
    elif text is None:
        path.unlink()
        print(f"removed {name}")
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        print(f"wrote {name}")
sys.exit(1 if found and options.check else 0)
