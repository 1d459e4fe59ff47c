"""Commands as tools: a call says what a command line says, and nothing that reads stdin or writes a file."""

from typing import Any

import click
import pytest
from jsonschema import Draft202012Validator

from icc_cli.cli.main import icc
from icc_cli.errors import UsageError
from icc_cli.mcp.server import resource
from icc_cli.mcp.tools import command_line, input_schema, parameters, tools

KNOWN = tools(icc)


def line(name: str, **given: Any) -> list[str]:
    words, command = KNOWN[name]
    return command_line(words, command, given)


def test_every_command_that_answers_from_the_record_is_a_tool() -> None:
    assert {"status", "parties", "withdrawals", "events", "situations", "jurisdiction", "show", "cite"} <= set(KNOWN)
    assert "data_info" in KNOWN
    assert not {"data_compare", "data_check", "export", "site", "mcp", "completion"} & set(KNOWN)


@pytest.mark.parametrize("name", KNOWN)
def test_its_parameters_are_those_of_the_command_and_write_nothing(name: str) -> None:
    _, command = KNOWN[name]
    schema = input_schema(command)
    Draft202012Validator.check_schema(schema)
    assert not {"output", "svg", "png", "format", "data", "special"} & set(schema["properties"])
    assert all(one["description"] for one in schema["properties"].values())
    assert set(schema["properties"]) == set(parameters(command))


def test_a_call_is_the_command_line_that_says_the_same() -> None:
    assert line("status", states=["south africa"], on="2016-11-16") == [
        "status",
        "--on=2016-11-16",
        "--json",
        "--",
        "south africa",
    ]
    assert line("jurisdiction", crime="war-crimes", national=["russia", "usa"], legal_person=True) == [
        "jurisdiction",
        "--crime=war-crimes",
        "--national=russia",
        "--national=usa",
        "--legal-person",
        "--json",
        "--",
    ]
    assert line("diff", end="2017", start="2016")[-2:] == ["2016", "2017"]
    assert line("situations", open=False) == ["situations", "--json", "--"]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"statess": ["russia"]}, "no parameter 'statess'"),
        ({"states": ["-"]}, "would read stdin"),
        ({"states": [["russia"]]}, "is no text"),
        ({"states": [True]}, "is no text"),
        ({"output": "/tmp/there"}, "no parameter 'output'"),
    ],
)
def test_what_the_tool_has_not_is_refused(given: dict[str, Any], why: str) -> None:
    with pytest.raises(UsageError, match=why):
        line("status", **given)


def test_a_value_that_looks_like_an_option_stays_a_value() -> None:
    arguments = line("status", states=["--output=/tmp/there"], on="--help")
    with pytest.raises(UsageError), icc.make_context("icc", arguments) as context:
        icc.invoke(context)


@pytest.mark.parametrize("uri", ["icc://", "icc://document", "icc://document/", "file:///etc/passwd", "icc://site/x"])
def test_what_is_no_resource_is_refused(uri: str) -> None:
    with pytest.raises(UsageError, match="there is no resource"):
        resource(uri)


def test_click_parameters_are_what_the_schema_counts_on() -> None:
    assert all(isinstance(one, click.Command) for _, one in KNOWN.values())
