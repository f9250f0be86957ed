"""A local Voicenter: state and verbs, HTTP and Socket.IO, for the demo, training and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agent_desk.sandbox.account import Credentials, build_account
    from agent_desk.sandbox.busy_day import BusyDay
    from agent_desk.sandbox.click2call import Click2CallFault, Fate
    from agent_desk.sandbox.exchange import WorldError
    from agent_desk.sandbox.faults import CallLogFault, Faults, HttpFault
    from agent_desk.sandbox.mutes import MuteBase, MuteFault, MuteReport, MuteRule
    from agent_desk.sandbox.scenario import (
        Scenario,
        ScenarioError,
        ScenarioPlayer,
        bundled_scenario,
        load_scenario,
        parse_scenario,
    )
    from agent_desk.sandbox.server import Sandbox
    from agent_desk.sandbox.world import World

_HOMES = {
    "BusyDay": "busy_day",
    "CallLogFault": "faults",
    "Click2CallFault": "click2call",
    "Credentials": "account",
    "Fate": "click2call",
    "Faults": "faults",
    "HttpFault": "faults",
    "MuteBase": "mutes",
    "MuteFault": "mutes",
    "MuteReport": "mutes",
    "MuteRule": "mutes",
    "Sandbox": "server",
    "Scenario": "scenario",
    "ScenarioError": "scenario",
    "ScenarioPlayer": "scenario",
    "World": "world",
    "WorldError": "exchange",
    "build_account": "account",
    "bundled_scenario": "scenario",
    "load_scenario": "scenario",
    "parse_scenario": "scenario",
}

__all__ = [
    "BusyDay",
    "CallLogFault",
    "Click2CallFault",
    "Credentials",
    "Fate",
    "Faults",
    "HttpFault",
    "MuteBase",
    "MuteFault",
    "MuteReport",
    "MuteRule",
    "Sandbox",
    "Scenario",
    "ScenarioError",
    "ScenarioPlayer",
    "World",
    "WorldError",
    "build_account",
    "bundled_scenario",
    "load_scenario",
    "parse_scenario",
]


def __getattr__(name: str) -> object:
    """Import a public name where it is first used: the web server costs start-up time."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(name)
    from importlib import import_module  # noqa: PLC0415

    found: object = getattr(import_module(f"agent_desk.sandbox.{home}"), name)
    return found
