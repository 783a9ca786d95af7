"""Which copy of a base document is followed, in an article or at one variant -> library.yml."""

from __future__ import annotations

from generator.content.yaml_files import Plain
from generator.desk import plain_changes
from generator.desk.actions import PreferAction
from generator.desk.planning.plan import STALE, Plan, Written, shown
from generator.desk.steps import FileStep
from generator.desk.yaml_changes import Add, Put, TakeItem
from generator.errors import ContentError
from generator.model import Article, Collation, Library, Variant
from generator.text.article_names import articles_named
from generator.text.nomenclature import article_name

FILE = "library.yml"
LEAST, MOST = 4, 40  # letters on either side of a reading that name its place


def plan_preference(action: PreferAction, library: Library, written: Written) -> Plan:
    """Return the copy that is followed; an empty witness leaves it to the collation again."""
    collation = {each.edition.base.id: each for each in library.collations}.get(action.base)
    if collation is None:
        raise ContentError(action.base, "没有这个基准文件")
    edition = collation.edition
    found = articles_named(edition.articles, action.article, action.base, restarts=edition.restarts)
    if len(found) != 1:
        raise ContentError(action.article, "没有这一条")
    if action.witness and action.witness not in {each.id for each in collation.witnesses}:
        raise ContentError(action.witness, "没有这个版本")
    if action.variant is not None:
        return _of_variant(action, collation, found[0], written)
    return _of_article(action, collation, found[0], written)


def _of_article(
    action: PreferAction, collation: Collation, article: Article, written: Written
) -> Plan:
    edition = collation.edition
    held = plain_changes.look(written.data.get(FILE), ("editorial", action.base))
    same = [
        key
        for key in (held if isinstance(held, dict) else ())
        if articles_named(edition.articles, key, action.base, restarts=edition.restarts)
        == (article,)
    ]
    key = same[0] if same else article.address
    if not action.witness and not same:
        raise ContentError(action.article, "本来就没有指定版本")
    step = FileStep(FILE, Put(("editorial", action.base, key), action.witness or None))
    told = f"从版本 {action.witness}" if action.witness else "不再指定版本"
    return Plan((step,), f"{_name(collation, article)}：{told}")


def _of_variant(
    action: PreferAction, collation: Collation, article: Article, written: Written
) -> Plan:
    """Return the entry below `readings` for one variant, in the place of what stands there."""
    at = (action.variant or 0) - 1
    variant = collation.apparatus[at] if 0 <= at < len(collation.apparatus) else None
    if variant is None or variant.article != article.number:
        raise ContentError(action.article, STALE)
    steps = [
        FileStep(FILE, TakeItem(("readings",), each))
        for each in _entries(written)
        if _is_about(each, collation, variant)
    ]
    name = _name(collation, article)
    if not action.witness:
        if not steps:
            raise ContentError(name, "本来就没有指定从哪个版本")
        return Plan(tuple(steps), f"{name}的异文：不再指定版本")
    reading = next((each for each in variant.readings if each.witness == action.witness), None)
    if reading is None or (action.reading is not None and action.reading != reading.text):
        raise ContentError(action.witness, STALE)
    words = _words(collation, action.witness, reading.start, reading.end)
    entry: dict[str, Plain] = {"base": action.base, "article": article.address}
    entry |= {"follow": action.witness, "words": words}
    steps.append(FileStep(FILE, Add(("readings",), entry)))
    told = shown(reading.text) if reading.text else "没有这几个字"
    return Plan(tuple(steps), f"{name}的异文：从版本 {action.witness}，{told}")


def _entries(written: Written) -> list[Plain]:
    held = plain_changes.look(written.data.get(FILE), ("readings",))
    return list(held) if isinstance(held, list) else []


def _is_about(entry: Plain, collation: Collation, variant: Variant) -> bool:
    """Tell whether an entry speaks of a variant: its words, in its copy, hold the reading."""
    if not isinstance(entry, dict) or entry.get("base") != collation.edition.base.id:
        return False
    words = str(entry.get("words"))
    for reading in variant.readings:
        if reading.witness == entry.get("follow"):
            text = _text(collation, reading.witness)
            near = text[max(0, reading.start - len(words)) : reading.end + len(words)]
            return "".join(words.split()) in "".join(near.split())
    return False


def _words(collation: Collation, witness: str, start: int, end: int) -> str:
    """Return a reading with so much on either side that it stands but once in its copy."""
    text = _text(collation, witness)
    for reach in range(LEAST, MOST):
        words = "".join(text[max(0, start - reach) : end + reach].split())
        if "".join(text.split()).count(words) == 1:
            return words
    raise ContentError(witness, "同样的话太多，说不清是哪一处；请指定整条从哪个版本")


def _text(collation: Collation, witness: str) -> str:
    return next(each.piece.text for each in collation.witnesses if each.id == witness)


def _name(collation: Collation, article: Article) -> str:
    return f"{collation.edition.base.short_title}{article_name(article.label)}"
