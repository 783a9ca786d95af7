"""A decision on a link -> entries of links.yml."""

from __future__ import annotations

from generator.content.yaml_files import Plain
from generator.desk.actions import AboutAction, LinkAction
from generator.desk.planning.plan import Plan, Written, documents, refuse_stale, shown
from generator.desk.steps import FileStep
from generator.desk.yaml_changes import Add, TakeItem
from generator.errors import ContentError
from generator.linking import quoted_words
from generator.model import Article, Document, Edition, Library
from generator.text.article_names import articles_named
from generator.text.nomenclature import ROLE_WORDS, article_name
from generator.text.words_in_document import find_words

FILE = "links.yml"
SAID = {
    "confirm": "认可",
    "reject": "否定",
    "add": "补上",
    "none": "不写任何一条",
    "role": "改性质",
}


def plan_link(action: LinkAction | AboutAction, library: Library, written: Written) -> Plan:
    """Return the entries that a decision makes; moving a link rejects one and adds the other."""
    report = {each.piece.id: each for each in library.reports}.get(action.report)
    if report is None:
        known = action.report in documents(library)
        raise ContentError(action.report, "不是报告，没有关联" if known else "没有这一篇")
    refuse_stale(report.piece, action.start, action.end, action.words)
    words = _words(report, action.start, action.end)
    if isinstance(action, LinkAction) and action.decision == "none":
        return _none(action, library, written, words)
    editions = [each.edition for each in library.collations]
    if not action.base:
        action = action.model_copy(update={"base": editions[0].base.id})
    edition = next((each for each in editions if each.base.id == action.base), None)
    if edition is None:
        raise ContentError(action.base, "没有这个基准文件")
    if isinstance(action, AboutAction):
        return _about(action, library, written, edition, words)
    return _one(action, library, written, edition, words)


def _one(
    action: LinkAction, library: Library, written: Written, edition: Edition, words: str
) -> Plan:
    """Return the entries for the link with one article, and with another that it is moved to."""
    article = _article(edition, action.article)
    name = edition.base.short_title + article_name(article.label)
    linked = _is_linked(library, action, article)
    if action.decision in ("confirm", "reject", "role") and not linked and not action.to:
        raise ContentError(action.report, f"这里没有与{name}的关联；请刷新后再做")
    if action.to:
        other = _article(edition, action.to)
        if other == article:
            raise ContentError(action.to, "就是现在的这一条")
        entries = [_entry("reject", action, words, article), _entry("add", action, words, other)]
        told = f"{shown(action.words)}由{name}改为{article_name(other.label)}"
        return _plan(written, entries, told)
    if action.decision == "role" and action.role is None:
        raise ContentError("role", "写明改为哪种性质")
    told = f"{shown(action.words)}与{name}：{SAID[action.decision]}"
    if action.role is not None:
        told += f"，性质为{ROLE_WORDS[action.role].name}"
    return _plan(written, [_entry(action.decision, action, words, article)], told)


def _none(action: LinkAction | AboutAction, library: Library, written: Written, words: str) -> Plan:
    if action.base not in ("", *(each.edition.base.id for each in library.collations)):
        raise ContentError(action.base, "没有这个基准文件")
    entries = [_entry("none", action, words, None)]
    return _plan(written, entries, f"{shown(action.words)}不写任何一条")


def _about(
    action: AboutAction, library: Library, written: Written, edition: Edition, words: str
) -> Plan:
    """Return the entries that say which articles a passage is about, and which not."""
    meant = list(dict.fromkeys(_article(edition, each) for each in action.articles))
    against = [_article(edition, each) for each in action.against]
    if set(meant) & set(against):
        raise ContentError("against", "同一条不能既是又不是")
    if not meant:
        return _none(action, library, written, words)
    entries = [
        _entry("confirm" if _is_linked(library, action, each) else "add", action, words, each)
        for each in meant
    ]
    entries += [
        _entry("reject", action, words, each)
        for each in against
        if _is_linked(library, action, each)
    ]
    names = "、".join(article_name(each.label) for each in meant)
    return _plan(written, entries, f"{shown(action.words)}写的是{edition.base.short_title}{names}")


def _plan(written: Written, entries: list[Plain], told: str) -> Plan:
    """Return the steps that write entries, each at the end; what stood before is moved there."""
    held = written.data.get(FILE)
    standing = held if isinstance(held, list) else []
    steps: list[FileStep] = []
    about = [each for each in standing if _subject(each) == _subject(entries[-1])]
    if len(about) >= len(entries) and about[-len(entries) :] == entries:
        raise ContentError(FILE, "已经这样裁定过了")
    for entry in entries:
        if entry in standing:
            steps.append(FileStep(FILE, TakeItem((), entry)))
        steps.append(FileStep(FILE, Add((), entry)))
    return Plan(tuple(steps), told)


def _subject(entry: Plain) -> tuple[Plain, Plain]:
    return (entry.get("report"), entry.get("words")) if isinstance(entry, dict) else (None, None)


def _entry(
    decision: str, action: LinkAction | AboutAction, words: str, article: Article | None
) -> Plain:
    entry: dict[str, Plain] = {
        "decision": "confirm" if decision == "role" else decision,
        "report": action.report,
        "words": words,
    }
    if article is not None:
        entry["article"] = article.address
    if action.base:
        entry["base"] = action.base
    if isinstance(action, LinkAction) and action.role is not None and decision != "reject":
        entry["role"] = action.role
    if action.note:
        entry["note"] = action.note
    return entry


def _words(report: Document, start: int, end: int) -> str:
    """Return the words that name the passage, all its sentences; ContentError where none do."""
    held = [n for n, each in enumerate(report.sentences) if each.start < end and start < each.end]
    if not held:
        raise ContentError(report.piece.id, "选中的不是句子；请选正文里的字")
    if len(held) == 1:
        sentence = report.sentences[held[0]]
        words = quoted_words(report, sentence.start, sentence.end)
    else:
        words = report.piece.text[report.sentences[held[0]].start : report.sentences[held[-1]].end]
    words = "".join(words.split("\n"))
    place = find_words(report, words)
    if place is None or not place.exact or list(place.sentences) != held:
        raise ContentError(report.piece.id, "同样的话前面也有，说不清是哪一处；请多选几个字")
    return words


def _article(edition: Edition, name: str) -> Article:
    found = articles_named(edition.articles, name, edition.base.id, restarts=edition.restarts)
    if len(found) != 1:
        told = "不止一条；请带上部分的序号" if found else "没有这一条"
        raise ContentError(name or "条号", f"{edition.base.short_title}里{told}")
    return found[0]


def _is_linked(library: Library, action: LinkAction | AboutAction, article: Article) -> bool:
    return any(
        (one.report, one.base, one.article) == (action.report, action.base, article.number)
        and one.start < action.end
        and action.start < one.end
        for one in library.links
    )
