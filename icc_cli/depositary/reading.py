"""A document -> `Table`, in whichever of the depositary's two forms it is: told apart by how it begins."""

from icc_cli.depositary import html, xml
from icc_cli.depositary.table import Table


def read(content: bytes, name: str) -> Table:
    """Read a document. `name` is what messages call it. Raises DocumentError where it holds no table to compare."""
    return html.read(content, name) if html.is_page(content) else xml.read(content, name)
