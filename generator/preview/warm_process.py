"""The process that builds for the preview: it stays, with all that is loaded and the last library.

It is told that the content has changed and answers when the site is in place.  All other
outputs are made after that in a process forked from it, which is ended as soon as the next
change is told: only the last state of the content is ever made whole.
"""

from __future__ import annotations

import gc
import io
import os
import pickle
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import FrameType
from typing import Never

from generator.build import freshness
from generator.build.mapping import map_over
from generator.build.memo import content_memo
from generator.build.own_process import end_with
from generator.build.parallel import Begun
from generator.build.progress import say, watched
from generator.build.warm_memo import WarmMemo
from generator.errors import ContentError, system_error
from generator.model import Library
from generator.outputs.registry import Output, chosen_outputs
from generator.outputs.shared.site_settings import find_settings, looks
from generator.preview.what_changed import what_changed

SITE = "site"  # the output that a person is waiting for
NOTE = "last-build"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is built, and where to; `only`, `forced` and `jobs` are as `zhishiku build` has them."""

    content: Path
    cache: Path
    site: Path
    dist: Path
    only: str | None = None
    jobs: int = 1
    forced: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """The site is in place; `said` is what has changed, a line each.

    `is_unfinished` tells that the other outputs are being made.
    """

    said: tuple[str, ...] = ()
    is_unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """The library that the site in place was made of, pickled."""

    library: bytes


@dataclass(frozen=True, slots=True)
class Failed:
    """The site in place stays; why, in one line.  After a bug the process ends."""

    line: str
    is_bug: bool = False


@dataclass(frozen=True, slots=True)
class Finished:
    """All other outputs are in place, too; or they stay as they were, and why, in one `line`."""

    line: str = ""


Answer = Built | Read | Failed | Finished


def serve_builds(wanted: Wanted, end: Connection) -> None:
    """Build once, and again whenever something is received, until the other end has closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who has begun this process
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    builds = _Builds(wanted, end)
    signal.signal(signal.SIGTERM, builds.give_up)
    try:
        builds.run()
    except (EOFError, ConnectionError):
        return  # who asked has gone
    finally:
        builds.stop_rest()


class _Builds:
    """The builds of one preview, one after the other."""

    def __init__(self, wanted: Wanted, end: Connection) -> None:
        self._wanted = wanted
        self._end = end
        self._targets = wanted.site, wanted.dist
        self._settings = find_settings(wanted.content)
        self._memo = WarmMemo(content_memo(wanted.cache, wanted.content).folder)
        self._library: Library | None = None
        self._unfinished: Callable[[], None] | None = None
        self._rest: Begun[None] | None = None  # at what is unfinished

    def run(self) -> None:
        """Answer until a build has met a bug, or the other end has closed (EOFError)."""
        is_sound = self._answered(self._begin)
        gc.disable()  # in the midst of a build; it has its time when a site is in place
        while is_sound:
            ready = wait([self._end, *([self._rest.ear] if self._rest else [])])
            if self._end in ready:
                self._end.recv()
                self.stop_rest()
                is_sound = self._answered(self._build)
            else:
                self._end_rest()

    def _answered(self, work: Callable[[], None]) -> bool:
        """Do some work, and say so where it has failed; tell whether it met no bug."""
        try:
            work()
        except Exception as error:
            line, is_bug = _said(error)
            self._end.send(Failed(line, is_bug))
            if is_bug:
                return False
            self._begin_rest()  # of the site that stays
        return True

    def _begin(self) -> None:
        """Build unless what stands in place is fresh; the library is wanted in any case."""
        wanted = self._wanted
        given = self._given()
        note = self._memo.folder / NOTE
        if wanted.forced or not freshness.is_fresh(note, given, self._targets):
            self._build()
            return
        say("没有变化，成品不动。")
        self._end.send(Built())
        self._take(self._made())

    def _given(self) -> str | None:
        return freshness.inputs(self._wanted.content, looks(self._settings))

    def _build(self) -> None:
        """Make the library and the site; begin all the rest."""
        from generator.outputs.making import write_outputs  # heavy

        start = time.monotonic()
        self._memo.begin()
        given = self._given()
        library = self._made()
        chosen = chosen_outputs(self._wanted.only)
        if first := [each for each in chosen if each.name == SITE]:
            write_outputs(library, first, *self._targets, self._settings, self._memo, jobs=1)
            say(f"网页已更新，共 {time.monotonic() - start:.1f} 秒")
        rest = [each for each in chosen if each.name != SITE]
        self._end.send(Built(what_changed(self._library, library), bool(rest)))
        self._take(library)
        used = self._memo.used
        self._unfinished = partial(self._finish, library, rest, used, given, os.getpid())
        gc.collect()
        self._begin_rest()

    def _made(self) -> Library:
        from generator.content import load_content  # heavy
        from generator.recipe import build_library

        content = load_content(self._wanted.content, self._memo)
        return build_library(content, self._memo, watched, map_over(self._wanted.jobs))

    def _take(self, library: Library) -> None:
        """Keep the library, and send it."""
        self._library = library
        self._end.send(Read(pickle.dumps(library, pickle.HIGHEST_PROTOCOL)))

    def _finish(
        self,
        library: Library,
        rest: list[Output],
        used: frozenset[str],
        given: str | None,
        parent: int,
    ) -> None:
        """Make the outputs `rest`, and note what was made of the inputs `given`.

        `used` are the entries of the memo that the library and the site were made with.
        """
        from generator.outputs.making import write_outputs

        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        if not end_with(parent):
            return
        memo = self._memo
        if rest:
            targets = self._targets
            write_outputs(library, rest, *targets, self._settings, memo, self._wanted.jobs)
        memo.write()
        if self._wanted.only is None:
            memo.note_used(used)
            memo.sweep()
            if self._given() == given:  # else it may have been read half before a change
                freshness.write_note(memo.folder / NOTE, given, self._targets)

    def _begin_rest(self) -> None:
        if self._unfinished:
            self._rest = Begun("其余各项", self._unfinished, self._memo, grouped=True)

    def _end_rest(self) -> None:
        rest, self._rest, self._unfinished = self._rest, None, None
        try:
            if rest:
                rest.result()
        except Exception as error:
            self._end.send(Finished(_said(error)[0]))
        else:
            self._memo.note_written()
            self._end.send(Finished())

    def stop_rest(self) -> None:
        """End what is being made beside, with all its processes."""
        if self._rest:
            self._rest.stop()
        self._rest = None

    def give_up(self, number: int, frame: FrameType | None) -> Never:
        """End this process and what it has begun, whatever it is at."""
        self.stop_rest()
        os._exit(128 + number)


def _said(error: Exception) -> tuple[str, bool]:
    """Return the line on an error, and whether it is a bug, which is printed in full."""
    if isinstance(error, ConnectionError):  # who asked has gone
        raise error
    if isinstance(error, ContentError) or (trouble := system_error(error)):
        return str(error if isinstance(error, ContentError) else trouble), False
    traceback.print_exc()
    lines = str(error).strip().splitlines() or [""]
    return f"程序出错（{type(error).__name__}: {lines[-1][:200]}）；上次的成品没有动", True
