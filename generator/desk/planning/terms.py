"""A wording taken for a term, another name or a hint, and wordings of one matter."""

from __future__ import annotations

from generator.content.yaml_files import Plain
from generator.desk.actions import TermAction, ThesaurusAction
from generator.desk.planning.plan import Plan, Written, shown
from generator.desk.steps import FileStep, Line
from generator.desk.yaml_changes import Add
from generator.errors import ContentError
from generator.model import Term

FILE = "terms.yml"
GROUPS = "thesaurus.txt"
LISTS = {"alias": "aliases", "related": "related", "hint": "hints"}
CALLED = {"alias": "的别称", "related": "的说法", "hint": "的字眼"}


def plan_term(action: TermAction, written: Written) -> Plan:
    """Return the entry of a new term, or the wording in the list of one that is there."""
    if action.articles:
        raise ContentError("articles", "不用写：词条属于哪些条，由名称在条文里的位置定")
    terms = {each.name: each for each in written.curated.terms}
    if action.as_ == "new":
        return _new(action, terms)
    if action.aliases or action.related or action.hints:
        raise ContentError("aliases", "只有新词条才能一并写别称")
    term = terms.get(action.name)
    if term is None:
        raise ContentError(action.name or "name", "没有这个词条；请选现有的，或作为新词条")
    key = LISTS[action.as_]
    if action.words in (term.name, *getattr(term, key)):
        raise ContentError(action.words, f"词条“{term.name}”里已经有了")
    step = FileStep(FILE, Add((("name", term.name), key), action.words))
    return Plan((step,), f"词条：{shown(action.words)}作为“{term.name}”{CALLED[action.as_]}")


def _new(action: TermAction, terms: dict[str, Term]) -> Plan:
    name = action.name or action.words
    if name in terms or any(name in each.aliases for each in terms.values()):
        raise ContentError(name, "已经有这个词条了")
    entry: dict[str, Plain] = {"name": name}
    others = (action.words, *action.aliases)
    aliases = [each for each in dict.fromkeys(others) if each != name]
    if action.kind:
        entry["kind"] = action.kind
    for key, words in (
        ("aliases", aliases),
        ("related", list(action.related)),
        ("hints", list(action.hints)),
    ):
        if words:
            entry[key] = list[Plain](words)
    return Plan((FileStep(FILE, Add((), entry)),), f"新词条：{shown(name)}")


def plan_thesaurus(action: ThesaurusAction, written: Written) -> Plan:
    """Return the line of a group of wordings: a new one, or that which has some of them, longer."""
    words = tuple(dict.fromkeys(action.words))
    for each in words:
        if len(each.split()) != 1 or each.startswith("#"):
            raise ContentError(each, "说法里不能有空白，也不能以 # 开头")
    if len(words) == 1:
        raise ContentError(words[0], "至少要两种说法")
    held = [group for group in written.curated.thesaurus if set(group) & set(words)]
    told = f"近义说法：{'、'.join(map(shown, words[:3]))}{'等' if words[3:] else ''}"
    if not held:
        return Plan((FileStep(GROUPS, Line("", " ".join(words))),), told)
    if len(held) > 1:
        raise ContentError(GROUPS, "这些说法分在几行里；要合并请在文件里改")
    more = [each for each in words if each not in held[0]]
    if not more:
        raise ContentError(GROUPS, "已经在同一行里了")
    line = next(each for each in written.thesaurus if tuple(each.split()) == held[0])
    return Plan((FileStep(GROUPS, Line(line, f"{line.rstrip()} {' '.join(more)}")),), told)
