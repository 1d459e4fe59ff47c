"""How the documentation is built: `sphinx-build -W -b html docs build/docs`. Nothing is fetched."""

from icc_cli import __version__

project = "icc"
author = "The icc contributors"
project_copyright = "the icc contributors; text under the MIT licence, data under CC0 1.0"
version = release = __version__

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["schema", "examples", "jurisdiction-cases.md"]  # the last is a part of jurisdiction.md
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
nitpicky = True
smartquotes = False  # `--json` stays `--json`

html_theme = "furo"
html_title = f"icc {__version__}"
html_static_path = ["pictures"]
html_copy_source = False
html_show_sphinx = False
