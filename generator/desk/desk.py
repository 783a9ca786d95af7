"""The desk: an action applied, any change taken back, what was done told."""

from __future__ import annotations

import getpass
import secrets
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from difflib import SequenceMatcher
from pathlib import Path
from typing import TypeVar, cast

from generator.build.memo import content_memo
from generator.content import load_content
from generator.content.curated import FILES, Curated
from generator.desk.actions import Action, FindingAction
from generator.desk.changes import Change, Task
from generator.desk.journal import Journal
from generator.desk.planning import Plan, Written, plan_of
from generator.desk.steps import FileStep, back, data, done, stands, with_old
from generator.desk.suggesting import Suggestions, suggestions
from generator.desk.tasks import all_tasks
from generator.desk.validating import loaded
from generator.desk.writing import locked, read_text, replaced
from generator.errors import ContentError
from generator.linking import most_in_doubt
from generator.model import Library
from generator.recipe import open_doubts

T = TypeVar("T")

MOST_DOUBTS = 300  # sentences in doubt that are asked about
TRIES = 20  # times that another may save the file in the very moment

Texts = dict[str, str | None]


class Desk:
    """A session at the desk of one content folder; several may be open on it at once.

    `journal` is a file in the folder of the cache.  Whatever is refused is a ContentError of one
    line, and nothing is written.
    """

    def __init__(self, content: Path, journal: Path) -> None:
        self._content = content
        self._journal = Journal(journal)
        self._session = secrets.token_hex(4)
        self._who = _who(content)
        self._known: tuple[Texts, Curated] | None = None
        self._later: dict[str, tuple[str, Change]] = {}
        self._memo = content_memo(journal.parent, content)
        self._made: dict[str, tuple[Library, object]] = {}

    def apply(self, action: Action, library: Library) -> Change:
        """Do what an action says to the files as they are now, and return the change."""
        if isinstance(action, FindingAction) and action.verdict == "later":
            return self._put_off(action)
        return self._make(lambda texts: plan_of(action, library, self._written(texts)))

    def undo(self, name: str) -> Change:
        """Take back one change, though others were made since; all others stay."""
        if name in self._later:
            return replace(self._later.pop(name)[1], undone=True)
        return self._undo([name])[0]

    def undo_all(self) -> tuple[Change, ...]:
        """Take back all that was done at this desk since it was opened, the last first."""
        live = [each.id for each in self.history() if each.own and not each.undone]
        return self._undo([each for each in live if each not in self._journal.lost])

    def history(self) -> tuple[Change, ...]:
        """Return the changes, the last first."""
        with locked(self._content):
            self._look()
        return tuple(self._told(each) for each in reversed(self._journal.changes.values()))

    def queue(self, library: Library) -> tuple[Task, ...]:
        """Return what there is to decide, the most important first."""
        content = load_content(self._content, self._memo)
        doubts = self._of_library(
            "doubts", library, lambda: open_doubts(content, library, MOST_DOUBTS, self._memo)
        )
        undecided = most_in_doubt(doubts, library.reports, content.decisions, MOST_DOUBTS)
        later = {finding for finding, _ in self._later.values()}
        return all_tasks(library, content, undecided, later)

    def suggestions(self, library: Library) -> Suggestions:
        """Return the terms and groups of wordings that the texts suggest."""
        return self._of_library("suggestions", library, lambda: suggestions(library))

    def _of_library(self, name: str, library: Library, made: Callable[[], T]) -> T:
        """Return what is made of a library once, as long as it is the one in hand."""
        known = self._made.get(name)
        if known is None or known[0] is not library:
            known = library, made()
            self._made[name] = known
        return cast(T, known[1])

    def lost(self) -> tuple[Change, ...]:
        """Return the changes over which somebody has saved an older state of their file."""
        return tuple(each for each in self.history() if each.lost)

    def again(self, name: str) -> Change:
        """Make a lost change once more, in the file as it is now."""
        with locked(self._content):
            for _ in range(TRIES):
                texts = self._look()
                change = self._change(name)
                if not change.lost:
                    raise ContentError(change.summary, "没有丢，不用再做")
                after = _after(texts, self._journal.steps[name])
                if self._put(texts, after):
                    self._journal.note_again(name, _of(after, change.files))
                    return self._change(name)
        raise _busy(self._content)

    def _put_off(self, action: FindingAction) -> Change:
        """Leave a task for another session; no file says so."""
        change = replace(self._new("以后再看", {}, {}, ()), own=True)
        self._later[change.id] = action.finding, change
        return change

    def _make(self, plan_for: Callable[[Texts], Plan]) -> Change:
        with locked(self._content):
            for _ in range(TRIES):
                texts = self._look()
                plan = plan_for(texts)
                after, steps = _after_noting(texts, plan.steps)
                files = tuple(file for file in FILES if after[file] != texts[file])
                if not files:
                    raise ContentError("、".join({each.file for each in steps}), "已经是这样了")
                if self._put(texts, after):
                    change = self._new(plan.summary, texts, after, files)
                    self._journal.note(change, steps, _of(after, files))
                    return self._told(change)
        raise _busy(self._content)

    def _undo(self, names: Sequence[str]) -> tuple[Change, ...]:
        with locked(self._content):
            for _ in range(TRIES):
                texts = self._look()
                changes = [self._change(name) for name in names]
                for each in changes:
                    self._refuse_undoing(each, texts)
                new = [each for each in names if self._journal.in_epoch(each)]
                old = [each for each in names if each not in new]
                after, steps = self._without(new, old, texts)
                if self._put(texts, after):
                    files = tuple(file for each in changes for file in each.files)
                    if new:
                        self._journal.note_undone(new, (), _of(after, files))
                    if old:
                        self._journal.note_undone(old, steps, _of(after, files))
                    return tuple(self._change(each) for each in names)
        raise _busy(self._content)

    def _without(
        self, new: Sequence[str], old: Sequence[str], texts: Texts
    ) -> tuple[Texts, tuple[FileStep, ...]]:
        """Return the texts without changes, and the steps that take back the `old` ones.

        The `new` ones are left out as if they had never been made; behind the `old` another hand
        has saved the file.
        """
        after = dict(texts)
        try:
            for file in {step.file for name in new for step in self._journal.steps[name]}:
                after[file] = self._journal.epochs[file].without(new)
        except ContentError as error:
            raise ContentError("撤销", "后面的改动接在它上面；请先撤销后面的") from error
        steps = tuple(back(each) for name in old for each in self._journal.steps[name][::-1])
        return _after(after, steps), steps

    def _refuse_undoing(self, change: Change, texts: Texts) -> None:
        if change.undone:
            raise ContentError(change.summary, "已经撤销过了")
        if change.lost:
            raise ContentError(change.summary, "已经不在文件里了，不用撤销")
        if not self._journal.in_epoch(change.id) and not all(
            stands(texts[step.file], step) for step in self._journal.steps[change.id]
        ):
            raise ContentError(change.summary, "这一处后来有人改过，不能撤销；请在文件里改")

    def _look(self) -> Texts:
        """Return the texts of the files as they are, and note where another hand was at them."""
        self._journal.follow()
        texts = {file: read_text(self._content, file) for file in FILES}
        for file, text in texts.items():
            if not self._journal.is_known(file, text):
                self._journal.found(file, text)
        return texts

    def _written(self, texts: Texts) -> Written:
        yaml_files = [file for file in FILES if file.endswith(".yml")]
        return Written(
            self._loaded(texts),
            {file: data(texts[file], file) for file in yaml_files},
            tuple((texts["thesaurus.txt"] or "").splitlines()),
        )

    def _loaded(self, texts: Texts) -> Curated:
        if self._known is None or self._known[0] != texts:
            self._known = dict(texts), loaded(self._content, texts)
        return self._known[1]

    def _put(self, texts: Texts, after: Texts) -> bool:
        """Write what has changed, all or nothing; False where another hand was quicker."""
        self._loaded(after)
        put: list[str] = []
        for file in FILES:
            if after[file] == texts[file]:
                continue
            if not replaced(self._content, file, texts[file], after[file]):
                for each in put:
                    replaced(self._content, each, after[each], texts[each])
                return False
            put.append(file)
        return True

    def _new(self, summary: str, texts: Texts, after: Texts, files: tuple[str, ...]) -> Change:
        before_lines, after_lines = _lines(texts, after, files)
        return Change(
            id=f"{self._session}-{secrets.token_hex(4)}",
            at=datetime.now().astimezone().isoformat(timespec="seconds"),
            who=self._who,
            files=files,
            summary=summary,
            before=before_lines,
            after=after_lines,
        )

    def _change(self, name: str) -> Change:
        if name not in self._journal.changes:
            raise ContentError(name[:40], "没有这次改动")
        return self._told(self._journal.changes[name])

    def _told(self, change: Change) -> Change:
        own = change.id.startswith(f"{self._session}-")
        return replace(change, lost=change.id in self._journal.lost, own=own)


def _after(texts: Texts, steps: Sequence[FileStep]) -> Texts:
    return _after_noting(texts, steps)[0]


def _after_noting(texts: Texts, steps: Sequence[FileStep]) -> tuple[Texts, tuple[FileStep, ...]]:
    """Return the texts after some steps, and the steps with what they find in their place."""
    after, noted = dict(texts), []
    for step in steps:
        noted.append(with_old(after[step.file], step))
        after[step.file] = done(after[step.file], step)
    return after, tuple(noted)


def _of(texts: Texts, files: Sequence[str]) -> Texts:
    return {file: texts[file] for file in files}


def _lines(
    texts: Texts, after: Texts, files: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines that go and those that come."""
    gone: list[str] = []
    come: list[str] = []
    for file in files:
        old, new = (texts[file] or "").splitlines(), (after[file] or "").splitlines()
        for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if what != "equal":
                gone += old[a:b]
                come += new[c:d]
    return tuple(gone), tuple(come)


def _busy(folder: Path) -> ContentError:
    return ContentError(str(folder), "别的程序一直在改这些文件；请过一会儿再做")


def _who(folder: Path) -> str:
    """Return who sits at the desk: the name that git knows, else that of the system's user."""
    try:
        told = subprocess.run(
            ["git", "-C", str(folder), "config", "user.name"],
            capture_output=True,
            check=False,
            timeout=5,
        ).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.SubprocessError):
        told = ""
    try:
        return told.strip() or getpass.getuser()
    except (KeyError, OSError):
        return "本机"
