"""The warm process as the preview sees it: begun, told of changes, begun anew for new code."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from generator.build.memo import PACKAGE
from generator.build.places import FONTS
from generator.outputs.shared.site_settings import find_settings, looks
from generator.preview.file_stamps import Stamp, stamps
from generator.preview.warm_process import Answer, Built, Failed, Wanted, serve_builds

PAUSE = 0.3  # seconds in which it ends by itself if it is at nothing
PATIENCE = 3.0  # seconds in which it has to end whatever it is at
GONE = "预览的进程半途没了（多半是内存不够）；上次的成品没有动"


class WarmProcess:
    """A process that builds, and what the files were like when it was last told to.

    `is_busy` tells that it has not answered yet; it is told nothing more until then.
    """

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._begin()

    def _begin(self) -> None:
        self._code = (PACKAGE, FONTS, *looks(find_settings(self._wanted.content)))
        self._seen_code = stamps(self._code)
        self._seen = self._content()
        self._end, there = multiprocessing.get_context("spawn").Pipe()
        self._process: SpawnProcess | None = multiprocessing.get_context("spawn").Process(
            target=serve_builds, args=(self._wanted, there)
        )
        self._process.start()
        there.close()
        self.is_busy = True
        self._wanted = replace(self._wanted, forced=False)

    def _content(self) -> tuple[Stamp, ...]:
        return stamps([self._wanted.content])

    def answers(self, nudges: Connection, seconds: float) -> Iterator[Answer]:
        """Yield what it has answered; wait for it, or for something in `nudges`, that long."""
        ends = [self._end] if self._process else []
        ready = wait([nudges, *ends], seconds)
        if self._end not in ready:
            return
        try:
            while self._end.poll():
                answer: Answer = self._end.recv()
                if isinstance(answer, Built | Failed):
                    self.is_busy = False
                yield answer
                if isinstance(answer, Failed) and answer.is_bug:
                    self.end()
                    return
        except (EOFError, ConnectionError):
            if self.is_busy:
                yield Failed(GONE)
            self.end()

    def build_what_changed(self) -> bool:
        """Have it build where something has changed; tell whether it has."""
        content = self._content()
        if stamps(self._code) != self._seen_code:
            self.end()
            self._begin()
        elif content == self._seen:
            return False
        elif self._process is None:
            self._begin()
        else:
            self._seen = content
            self.is_busy = True
            self._end.send(None)
        return True

    def end(self) -> None:
        """End it, whatever it is at."""
        if self._process is not None:
            self._end.close()  # it ends when it sees that
            self._process.join(PAUSE)
            self._process.terminate()
            self._process.join(PATIENCE)
            self._process.kill()
            self._process.join()
        self._process = None
        self.is_busy = False
