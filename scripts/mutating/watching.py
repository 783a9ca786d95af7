"""The pytest plugin of the mutation tester: what tests run, in which order, and which lines.

It is driven by MUTATING in the environment, JSON of these keys, all optional: `only`, the ids
of the tests to run, in order; `report`, a file to write what was seen into, as JSON
{test id: {"seconds": ..., "passed": ..., "lines": [[file, line], ...]}}; `trace`, the folders
of which lines are noted.
"""

from __future__ import annotations

import functools
import json
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import Phase, settings

TASK = json.loads(os.environ.get("MUTATING", "{}"))
FOLDERS = tuple(os.path.join(os.getcwd(), folder, "") for folder in TASK.get("trace", ()))  # noqa: PTH109, PTH118 -- compared with file names of code, as strings

Line = tuple[str, int]
TraceFunction = Callable[[FrameType, str, Any], Any]


class Watch:
    """Notes time, outcome and lines of each test.

    What runs while a fixture is set up is put down to every test that uses the fixture.
    """

    def __init__(self) -> None:
        self.lines: defaultdict[str, set[Line]] = defaultdict(set)
        self.fixtures: dict[str, list[str]] = {}
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.passed: defaultdict[str, bool] = defaultdict(lambda: True)
        self.heard: list[set[Line]] = []

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Put the lines down to the test."""
        if FOLDERS:
            _forget()
        with _Listening(self, item.nodeid):
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Iterator[None]:
        """Put the lines down to the fixture."""
        with _Listening(self, f"fixture {fixturedef.argname}"):
            return (yield)

    def pytest_runtest_teardown(self, item: pytest.Item) -> None:
        """Note the fixtures in use, with those that the test asked for while it ran."""
        request = getattr(item, "_request", None)
        self.fixtures[item.nodeid] = list(request.fixturenames) if request else []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note time and outcome."""
        self.seconds[report.nodeid] += report.duration
        self.passed[report.nodeid] &= not report.failed

    def pytest_sessionfinish(self) -> None:
        """Write the report."""
        seen = {}
        for test, fixtures in self.fixtures.items():
            lines = self.lines[test].union(*(self.lines[f"fixture {each}"] for each in fixtures))
            seen[test] = {
                "seconds": self.seconds[test],
                "passed": self.passed[test],
                "lines": sorted(lines),
            }
        Path(TASK["report"]).write_text(json.dumps(seen), "utf-8")

    def note(self, frame: FrameType, event: str, _: object) -> TraceFunction | None:
        """Trace function: note the lines of files in the folders, leave others alone."""
        if not frame.f_code.co_filename.startswith(FOLDERS):
            return None
        self.heard[-1].add((frame.f_code.co_filename, frame.f_lineno))
        return self.note


class _Listening:
    """While it lasts, lines are put down to `name`; before and after, to who listened then."""

    def __init__(self, watch: Watch, name: str) -> None:
        self.watch, self.name = watch, name

    def __enter__(self) -> None:
        self.watch.heard.append(self.watch.lines[self.name])
        if FOLDERS:
            sys.settrace(self.watch.note)

    def __exit__(self, *_: object) -> None:
        self.watch.heard.pop()
        if FOLDERS and not self.watch.heard:
            sys.settrace(None)


def _forget() -> None:
    """Empty the caches of functions, so that each test runs the lines that it rests on."""
    for name, module in list(sys.modules.items()):
        if name.startswith("generator"):
            for each in vars(module).values():
                if isinstance(each, functools._lru_cache_wrapper):
                    each.cache_clear()


def pytest_configure(config: pytest.Config) -> None:
    """Watch, where a report is asked for."""
    if TASK.get("report"):
        config.pluginmanager.register(Watch())


def pytest_sessionstart() -> None:
    """Whether a test fails is all that is asked, not the smallest example of it."""
    phases = (Phase.explicit, Phase.generate)
    settings.register_profile(
        "mutants", settings(), phases=phases, database=None, derandomize=True, deadline=None
    )
    settings.load_profile("mutants")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests that are asked for, in the order asked for."""
    if only := TASK.get("only"):
        place = {test: at for at, test in enumerate(only)}
        items[:] = sorted(
            (each for each in items if each.nodeid in place), key=lambda each: place[each.nodeid]
        )
