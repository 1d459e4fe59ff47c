"""`python -m tools.schemas`."""

from tools.schemas import write

write()
