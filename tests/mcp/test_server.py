"""The SDK's own client, over stdio: it initialises, lists the tools, and gets what the command line prints."""

import json
import os
import sys
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.support.places import RECORD, ROOT

pytest.importorskip("mcp")
import anyio
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

Run = Callable[..., tuple[int, str, str]]

QUESTIONS: list[tuple[str, dict[str, Any], list[str]]] = [
    ("status", {"states": ["russia"], "on": "2016-12-01"}, ["status", "russia", "--on", "2016-12-01"]),
    (
        "status",
        {"states": ["south africa", "burundi"], "on": "2016"},
        ["status", "south africa", "burundi", "--on", "2016"],
    ),
    ("parties", {"region": ["African"], "on": "2016-11-16"}, ["parties", "--region", "african", "--on", "2016-11-16"]),
    ("withdrawals", {"since": "2016", "on": "2020"}, ["withdrawals", "--since", "2016", "--on", "2020"]),
    ("events", {"states": ["gambia"], "on": "2018"}, ["events", "gambia", "--on", "2018"]),
    ("situations", {"open": True, "on": "2016"}, ["situations", "--open", "--on", "2016"]),
    ("amendments", {"on": "2020"}, ["amendments", "--on", "2020"]),
    ("diff", {"start": "2016", "end": "2017"}, ["diff", "2016", "2017"]),
    ("show", {"ids": ["darfur"], "on": "2020"}, ["show", "darfur", "--on", "2020"]),
    ("when", {"what": "joining", "day": "2026-12-01"}, ["when", "joining", "2026-12-01"]),
    (
        "jurisdiction",
        {"crime": "war-crimes", "date": "2014-03-01", "territory": "ukraine", "on": "2024"},
        ["jurisdiction", "-c", "war-crimes", "-d", "2014-03-01", "-t", "ukraine", "--on", "2024"],
    ),
    ("warrants", {"names": ["putin"], "on": "2026"}, ["warrants", "putin", "--on", "2026"]),
    (
        "cooperation",
        {"states": ["kenya", "russia"], "person": "putin", "on": "2024-09-03"},
        ["cooperation", "kenya", "russia", "--person", "putin", "--on", "2024-09-03"],
    ),
]


def told(questions: Callable[[ClientSession], Awaitable[Any]]) -> Any:
    """Return what a client gets that asks a server in a process of its own."""
    server = StdioServerParameters(
        command=sys.executable,
        args=["-m", "icc_cli", "mcp"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "ICC_DATA": str(RECORD)},
    )

    async def main() -> Any:
        async with stdio_client(server) as (reading, writing), ClientSession(reading, writing) as client:
            await client.initialize()
            return await questions(client)

    return anyio.run(main)


def test_the_client_gets_the_same_json_as_the_command_line(icc: Run) -> None:
    async def ask(client: ClientSession) -> list[Any]:
        return [await client.call_tool(name, given) for name, given, _ in QUESTIONS]

    for found, (_, _, arguments) in zip(told(ask), QUESTIONS, strict=True):
        assert not found.is_error
        assert found.content[0].text == icc(*arguments, "--json")[1]
        assert found.structured_content == json.loads(found.content[0].text)
        assert "Record checked through 2026-10-02." in found.content[1].text
        assert "Warrants and charges are allegations." in found.content[1].text


def test_tools_resources_and_errors_are_the_programs_own(icc: Run) -> None:
    async def ask(client: ClientSession) -> Any:
        return (
            await client.list_tools(),
            await client.call_tool("status", {"states": ["narnia"]}),
            await client.call_tool("events", {"states": ["norway"], "since": "2999"}),
            await client.read_resource("icc://glossary"),
            [await client.read_resource(f"icc://rule/{name}") for name in ("J13", "C2")],
        )

    tools, unknown, nothing, glossary, rules = told(ask)
    assert all(one.annotations.read_only_hint and one.description for one in tools.tools)
    assert unknown.is_error
    assert f"icc: {unknown.content[0].text}\n" == icc("status", "narnia")[2]
    assert (nothing.is_error, nothing.structured_content["data"]) == (False, [])
    assert glossary.contents[0].text == icc("help", "glossary")[1]
    assert [json.loads(rule.contents[0].text)["data"]["rule"] for rule in rules] == ["J13", "C2"]


def test_people_are_sent_to_the_documents(icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    code, out, err = icc("mcp")
    assert (code, out) == (2, "")
    assert err == "icc: 'icc mcp' talks to a program, not to people; see docs/assistants.md for how to connect one\n"
