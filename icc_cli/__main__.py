"""Runs the command line: `python -m icc_cli`."""

from icc_cli.cli import main

main()
