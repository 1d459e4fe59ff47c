"""YAML: the same object as JSON, for people and tools who prefer to read it so. Dates stay text, in quotes."""

import yaml

from icc_cli.output.json import envelope
from icc_cli.output.report import Report
from icc_cli.page.text import clean
from icc_cli.system.terminal import Terminal

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def render(report: Report, terminal: Terminal) -> str:
    """Return a report as YAML."""
    text: str = yaml.dump(
        _cleaned(envelope(report)), Dumper=_DUMPER, sort_keys=False, allow_unicode=terminal.unicode, width=2**30
    )
    return text


def _cleaned(value: object) -> object:
    """Make control characters visible, through and through."""
    if isinstance(value, str):
        return clean(str(value))  # a word of a vocabulary, too, as bare text
    if isinstance(value, dict):
        return {clean(name): _cleaned(part) for name, part in value.items()}
    return [_cleaned(part) for part in value] if isinstance(value, list) else value
