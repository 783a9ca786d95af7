"""review: what there is to decide (待办), one by one in the terminal, written by the desk."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence

from generator.build.progress import say
from generator.cli.command import Command, content_argument, open_library
from generator.desk import Answer, Change, Desk, Task, journal_of, read_action
from generator.errors import ContentError
from generator.model import Library

OF_LINKS = (
    "写的是哪几条？现已关联的都对答 y；否则答序号（如 1 或 1 3；序号外的条写 =条号，如 =12），"
    "都不是答 0，回车跳过，q 结束；后面可写理由："
)
ELSE = "答前面的字母或数字，回车跳过，u 撤销上一条，q 结束；后面可写理由："
AGAIN = {
    True: "请答 y、上面的序号、=条号、0、q，或直接回车。",
    False: "请答上面的字母或数字、u、q，或直接回车。",
}
KINDS = {
    "error": "错误",
    "link": "关联",
    "unlinked": "可能漏了关联",
    "misprint": "疑似错字",
    "quotation": "引文有出入",
    "piece": "不知是什么",
    "finding": "疑点",
}
LINKS = frozenset({"link", "unlinked"})
LONGEST = 500  # characters of a reason
NUMBERS = r"(?:=\S+|\d+)(?:[ ,，、]+(?:=\S+|\d+))*"
ANSWER = re.compile(rf"(?P<chosen>[a-zA-Z]|{NUMBERS})(?:\s+(?P<note>.*))?$")


def arguments(parser: ArgumentParser) -> None:
    """Add what review takes."""
    content_argument(parser)
    parser.add_argument("--count", type=int, default=20, metavar="N", help="问几处，默认 20")
    parser.add_argument("--list", action="store_true", help="只列出，不裁定")


def run(options: Namespace) -> int:
    """Show what there is to decide, the most important first; write down what is answered."""
    if options.count < 1:
        raise ContentError("--count", "须是 1 以上的数")
    library = open_library(options)
    desk = Desk(options.content, journal_of(options.cache, options.content))
    every = desk.queue(library)
    tasks = every[: options.count]
    if not tasks:
        say("没有待办。")
        return 0
    if options.list:
        for number, task in enumerate(tasks, 1):
            say(_shown(task, f"[{number}/{len(tasks)}]"))
        say(f"共 {len(every)} 处。")
        return 0
    written = _ask(desk, library, tasks)
    say(f"写入 {written} 条裁定；重新 build 即生效。" if written else "没有写入裁定。")
    return 0


def _ask(desk: Desk, library: Library, tasks: Sequence[Task]) -> int:
    """Have the desk write down what is answered, each answer at once; return how many entries."""
    made: list[tuple[int, Change]] = []
    at = 0
    while at < len(tasks):
        task = tasks[at]
        say(_shown(task, f"[{at + 1}/{len(tasks)}]"))
        said = _said(OF_LINKS if task.kind in LINKS else ELSE)
        if said is None or said.lower() == "q":
            break
        if said.lower() == "u" and made:
            at, change = made.pop()
            say(f"撤销：{desk.undo(change.id).summary}")
            continue
        action = {} if not said else _action(task, said)
        if action is None:
            say(AGAIN[task.kind in LINKS])
            continue
        try:
            if action:
                made.append((at, desk.apply(read_action(action), library)))
            at += 1
        except ContentError as error:
            say(f"没有写入：{error}")
    return sum(_entries(change) for _, change in made if change.files)


def _entries(change: Change) -> int:
    return sum(line.startswith("- ") for line in change.after) or 1


def _said(asked: str) -> str | None:
    """Return a line that is typed; None where no more comes."""
    print(asked, end="", flush=True)
    line = sys.stdin.readline()
    if not line:
        print()
        return None
    return line.strip()


def _action(task: Task, said: str) -> Mapping[str, object] | None:
    """Return the action that an answer means; None where it is no answer."""
    match = ANSWER.match(said)
    if match is None:
        return None
    chosen, note = match["chosen"].lower(), (match["note"] or "")[:LONGEST]
    answers = {each.key: each for each in task.answers}
    action: Mapping[str, object] | None
    if chosen in answers:
        action = answers[chosen].action
    else:
        action = _of_several(answers, re.findall(r"=\S+|\d+", chosen))
    if action is None or not note:
        return action
    key = {"about": "note", "finding": "reason", "erratum": "reason"}.get(str(action["do"]))
    return {**action, key: note} if key else action


def _of_several(answers: Mapping[str, Answer], chosen: Sequence[str]) -> dict[str, object] | None:
    """Return the action for several articles, some of which may be named: =12."""
    known = {key: each.action for key, each in answers.items() if key.isdigit() and key != "0"}
    if not chosen or any(each not in known and not each.startswith("=") for each in chosen):
        return None
    if not known:
        return None
    articles = [
        each[1:] if each.startswith("=") else _first(known[each]["articles"]) for each in chosen
    ]
    linked = answers["y"].action["articles"] if "y" in answers else ()
    assert isinstance(linked, list | tuple)
    against = [each for each in linked if each not in articles]
    return {**next(iter(known.values())), "articles": articles, "against": against}


def _first(articles: object) -> str:
    assert isinstance(articles, list)
    return str(articles[0])


def _shown(task: Task, head: str) -> str:
    """Return a task: its words, what stands beside them, and the answers to choose from."""
    lines = [f"\n{head} {KINDS[task.kind]}：{task.title}"]
    if task.words:
        lines.append(f"  原文：{_words(task.words)}")
    if any(task.around):
        before, after = map(_words, task.around)
        lines.append(f"  前后：…{before}〔此处〕{after}…")
    lines.append(f"  说明：{task.why}")
    lines += [
        f"  {each.key}. {each.label}{f'（{each.about}）' if each.about else ''}"
        for each in task.answers
    ]
    return "\n".join(lines)


def _words(text: str) -> str:
    return "".join(text.split())


COMMAND = Command("review", "逐处裁定待办：没把握的关联、疑似错字和别的疑点", arguments, run)
