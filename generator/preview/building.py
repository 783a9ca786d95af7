"""Builds for the preview: whenever the content has changed, in a process that stays warm.

A build in that process spares the start of Python, the imports, and all that is still known of
the last library.  It knows the code and the templates as they were when it began: where these
have changed another process takes its place.
"""

from __future__ import annotations

import multiprocessing
import pickle
import sys
import threading
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import cast

from generator.model import Library
from generator.preview.keeping_warm import WarmProcess
from generator.preview.warm_process import Answer, Built, Failed, Read, Wanted

PAUSE = 0.3  # seconds between two looks at the files
REMEMBERED = 100  # builds whose changes are still told
PATIENCE = 60.0  # seconds in which the builds have to end, and a library has to come


@dataclass(frozen=True, slots=True)
class State:
    """How far the builds are.

    `version` counts the sites that were put in place, from 1; `building` tells that another is
    coming, `finishing` that search, downloads and the like still are those of a version before.
    `failed` is why the last build has left everything as it was, empty where it has not; `said`
    what the last build has changed, a line each.
    """

    version: int = 0
    building: bool = True
    finishing: bool = False
    failed: str = ""
    said: tuple[str, ...] = ()


class Builder:
    """Keeps a site as its content is; may be asked from any thread."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._state = State()
        self._said: deque[tuple[int, tuple[str, ...]]] = deque(maxlen=REMEMBERED)
        self._pickled: bytes | None = None  # a library that nobody has asked for yet
        self._sent = 0  # the version that the last library is of
        self._library: Library | None = None
        self._reading = threading.Lock()
        self._changed = threading.Condition()
        self._nudges, self._nudge = multiprocessing.Pipe(duplex=False)
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="builder", daemon=True)

    def start(self) -> None:
        """Begin to build, and to look for changes."""
        self._thread.start()

    def stop(self) -> None:
        """End whatever is being built."""
        self._stopped = True
        self.nudge()
        self._thread.join(PATIENCE)

    def nudge(self) -> None:
        """Look for changes now: something has just been written."""
        with self._changed:
            if not self._stopped:
                self._state = replace(self._state, building=True)
            with suppress(OSError):
                self._nudge.send(None)

    def state(self, since: int | None = None) -> State:
        """Return how far the builds are.

        With `since`, `said` is what all builds after that version have changed.
        """
        with self._changed:
            if since is None:
                return self._state
            said = [each for version, lines in self._said if version > since for each in lines]
            return replace(self._state, said=tuple(said))

    def library(self) -> Library | None:
        """Return the library that the site in place was made of; None before there is a site.

        It comes right after the site, and is waited for.
        """
        with self._reading:
            with self._changed:
                self._changed.wait_for(lambda: self._sent == self._state.version, PATIENCE)
                pickled, self._pickled = self._pickled, None
            if pickled is not None:
                self._library = cast(Library, pickle.loads(pickled))  # our own process made it
            return self._library

    def wait(self, version: int, seconds: float | None = None) -> State:
        """Wait for a site from `version` on, or a failed build; return how far the builds are."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._state.version >= version or not self._state.building, seconds
            )
            return self._state

    def wait_until_finished(self, seconds: float | None = None) -> State:
        """Wait until nothing is being built any more; return how far the builds are."""
        with self._changed:
            self._changed.wait_for(
                lambda: not (self._state.building or self._state.finishing), seconds
            )
            return self._state

    def _run(self) -> None:
        process = WarmProcess(self._wanted)
        try:
            while not self._stopped:
                for answer in process.answers(self._nudges, PAUSE):
                    with self._changed:
                        self._take(answer)
                        self._changed.notify_all()
                while self._nudges.poll():
                    self._nudges.recv()
                if not process.is_busy:
                    begun = process.build_what_changed()
                    with self._changed:
                        building = begun or self._nudges.poll()
                        self._state = replace(self._state, building=building)
                        self._changed.notify_all()
        finally:
            process.end()

    def _take(self, answer: Answer) -> None:
        now = self._state
        if isinstance(answer, Built):
            version = now.version + 1
            self._said.append((version, answer.said))
            self._state = State(version, False, answer.is_unfinished, "", answer.said)
        elif isinstance(answer, Read):
            self._pickled, self._sent = answer.library, now.version
        elif isinstance(answer, Failed):
            self._fail(answer.line)
        else:
            self._state = replace(now, finishing=False)
            self._fail(answer.line)

    def _fail(self, line: str) -> None:
        if line:
            print(line, file=sys.stderr, flush=True)
            self._state = replace(self._state, failed=line)
