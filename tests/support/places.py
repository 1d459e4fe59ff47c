"""Where the tests find things, and what day it is for them."""

from datetime import date
from pathlib import Path

from icc_cli.database.opening import CHECKOUT

ROOT = Path(CHECKOUT).parent
"""The checkout: program, documents, tools."""
DATA = Path(CHECKOUT)
"""Today's data. Only the tests of `tests/facts` look into them: a data release changes no others."""
RECORD = ROOT / "tests" / "record"
"""The frozen record, on which pages, contract and pictures are tested (`tools/record.py` writes it)."""
TODAY = date(2026, 11, 23)
"""The day on which the pages were read."""
