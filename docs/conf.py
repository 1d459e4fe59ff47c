"""How the documentation is built: `sphinx-build -W -b html docs build/docs`. Nothing is fetched."""

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

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

templates_path = ["templates"]
html_theme = "furo"
html_title = f"icc {__version__}"
html_static_path = ["pictures", "static"]
html_css_files = ["console.css"]
html_copy_source = False
html_show_sphinx = False


def setup(app: Sphinx) -> None:
    """Leave what the program prints in one colour: the words of a shell are not its words."""
    app.add_lexer("console", TextLexer)
