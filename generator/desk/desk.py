"""The desk: an action applied, any change taken back, what was done told."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar, cast

from generator.build.memo import content_memo
from generator.content import load_content
from generator.content.curated import FILES, Curated
from generator.desk.actions import Action, FindingAction
from generator.desk.changes import Change, Task
from generator.desk.differences import changed_lines, steps_between, told
from generator.desk.git_history import Committed, committed, head
from generator.desk.journal import Journal
from generator.desk.planning import Plan, Written, plan_of
from generator.desk.steps import FileStep, back, data, key, stands
from generator.desk.suggesting import Suggestions, suggestions
from generator.desk.tasks import all_tasks
from generator.desk.texts import Texts, after_noting, after_steps, some_of
from generator.desk.validating import loaded
from generator.desk.who import who_is_here
from generator.desk.writing import locked, read_text, replaced
from generator.errors import ContentError
from generator.linking import most_in_doubt
from generator.model import Library
from generator.recipe import open_doubts

T = TypeVar("T")

MOST_DOUBTS = 300  # sentences in doubt that are asked about
TRIES = 20  # times that another may save the file in the very moment


class Desk:
    """A session at the desk of one content folder; several may be open on it at once.

    `journal` is a file in the folder of the cache.  Whatever is refused is a ContentError of one
    line, and nothing is written.
    """

    def __init__(self, content: Path, journal: Path) -> None:
        self._content = content
        self._journal = Journal(journal)
        self._session = secrets.token_hex(4)
        self._who = who_is_here(content)
        self._known: tuple[Texts, Curated] | None = None
        self._later: dict[str, tuple[str, Change]] = {}
        self._memo = content_memo(journal.parent, content)
        self._made: dict[str, tuple[Library, object]] = {}
        self._git: tuple[str, tuple[Committed, ...]] | None = None

    def apply(self, action: Action, library: Library) -> Change:
        """Do what an action says to the files as they are now, and return the change."""
        if isinstance(action, FindingAction) and action.verdict == "later":
            return self._put_off(action)
        return self._make(lambda texts: plan_of(action, library, self._written(texts)))

    def undo(self, name: str) -> Change:
        """Take back one change, though others were made since; all others stay."""
        if name in self._later:
            return replace(self._later.pop(name)[1], undone=True)
        if name.startswith("git-"):
            return self._make(lambda texts: self._uncommitted(name, texts))
        return self._undo([name])[0]

    def undo_all(self) -> tuple[Change, ...]:
        """Take back all that was done at this desk since it was opened, the last first."""
        live = [each.id for each in self.history() if each.own and not each.undone]
        return self._undo([each for each in live if each not in self._journal.lost])

    def history(self) -> tuple[Change, ...]:
        """Return the changes, the last first: those of desks, and those that git knows of.

        What was decided at a desk and then committed is told once.
        """
        with locked(self._content):
            self._look()
        own = [self._told(each) for each in reversed(self._journal.changes.values())]
        known = {key(step) for steps in self._journal.steps.values() for step in steps}
        others = [each.change for each in self._committed() if not each.keys or each.keys - known]
        return tuple(sorted([*own, *others], key=lambda each: _moment(each.at), reverse=True))

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
                after = after_steps(texts, self._journal.steps[name])
                if self._put(texts, after):
                    self._journal.note_again(name, some_of(after, change.files))
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
                after, steps = after_noting(texts, plan.steps)
                files = tuple(file for file in FILES if after[file] != texts[file])
                if not files:
                    raise ContentError("、".join({each.file for each in steps}), "已经是这样了")
                if self._put(texts, after):
                    change = self._new(plan.summary, texts, after, files)
                    self._journal.note(change, steps, some_of(after, files))
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
                        self._journal.note_undone(new, (), some_of(after, files))
                    if old:
                        self._journal.note_undone(old, steps, some_of(after, files))
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
        return after_steps(after, steps), steps

    def _refuse_undoing(self, change: Change, texts: Texts) -> None:
        if change.undone:
            raise ContentError(change.summary, "已经撤销过了")
        if change.lost:
            raise ContentError(change.summary, "已经不在文件里了，不用撤销")
        if not self._journal.in_epoch(change.id) and not all(
            stands(texts[step.file], step) for step in self._journal.steps[change.id]
        ):
            raise ContentError(change.summary, "这一处后来有人改过，不能撤销；请在文件里改")

    def _committed(self) -> tuple[Committed, ...]:
        """Return what git knows of the files; asked anew after a commit."""
        now = head(self._content)
        if self._git is None or self._git[0] != now:
            self._git = now, committed(self._content) if now else ()
        return self._git[1]

    def _uncommitted(self, name: str, texts: Texts) -> Plan:
        """Return the plan that takes back what a commit did to a file."""
        found = next((each for each in self._committed() if each.change.id == name), None)
        if found is None or not found.steps:
            raise ContentError(name[:40], "没有这次改动，或者不能撤销")
        if not all(stands(texts[step.file], step) for step in found.steps):
            raise ContentError(found.change.summary, "这一处后来有人改过，不能撤销；请在文件里改")
        steps = tuple(back(each) for each in reversed(found.steps))
        return Plan(steps, f"撤销：{found.change.summary}")

    def _look(self) -> Texts:
        """Return the texts of the files as they are, and note where another hand was at them."""
        self._journal.follow()
        texts = {file: read_text(self._content, file) for file in FILES}
        for file, text in texts.items():
            if not self._journal.is_known(file, text):
                self._note_found(file, text)
        return texts

    def _note_found(self, file: str, text: str | None) -> None:
        """Note how a file was found; where a desk has left it otherwise, as a change by hand."""
        if file not in self._journal.epochs:
            self._journal.found(file, text)
            return
        left = self._journal.left(file)
        self._journal.found(file, text)
        if text is None:
            return
        steps = steps_between(file, left, text)
        summary = f"在别处改了{file}：{told(steps)}"
        change = self._new(summary, {file: left}, {file: text}, (file,))
        change = replace(change, id=f"hand-{secrets.token_hex(6)}", who="", reversible=bool(steps))
        self._journal.note_by_hand(change, steps)

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
        rows = [changed_lines(texts[file], after[file]) for file in files]
        return Change(
            id=f"{self._session}-{secrets.token_hex(4)}",
            at=datetime.now().astimezone().isoformat(timespec="seconds"),
            who=self._who,
            files=files,
            summary=summary,
            before=tuple(line for before, _ in rows for line in before),
            after=tuple(line for _, after in rows for line in after),
        )

    def _change(self, name: str) -> Change:
        if name not in self._journal.changes:
            raise ContentError(name[:40], "没有这次改动")
        return self._told(self._journal.changes[name])

    def _told(self, change: Change) -> Change:
        own = change.id.startswith(f"{self._session}-")
        return replace(change, lost=change.id in self._journal.lost, own=own)


def _moment(at: str) -> float:
    """Return an ISO time as seconds, whatever its time zone."""
    try:
        return datetime.fromisoformat(at).timestamp()
    except ValueError:
        return 0.0


def _busy(folder: Path) -> ContentError:
    return ContentError(str(folder), "别的程序一直在改这些文件；请过一会儿再做")
