"""Every other kind of decision: what is written, and what the next build makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content import load_content
from generator.desk import Desk, read_action
from generator.desk.finding_ids import finding_id
from generator.errors import ContentError
from generator.model import Library, Piece
from generator.recipe import build_library

LIBRARY = "library.yml"


@pytest.fixture
def desk(law_folder: Path) -> Desk:
    return Desk(law_folder, law_folder.parent / "cache" / "desk.jsonl")


def built(folder: Path) -> Library:
    return build_library(load_content(folder))


def report(library: Library, name: str) -> Piece:
    return next(each.piece for each in library.reports if each.piece.id == name)


def added(folder: Path, before: str, file: str = LIBRARY) -> str:
    """Return what was put in behind the text that stood there."""
    now = (folder / file).read_text("utf-8")
    assert now.startswith(before)
    return now[len(before) :]


def test_what_is_no_text_is_cut_on_the_record(desk: Desk, law_folder: Path) -> None:
    path = law_folder / "sources" / "xihe.txt"
    path.write_text(path.read_text("utf-8") + "\n点我下载全文哦。\n", "utf-8")
    law = built(law_folder)
    text = report(law, "xihe").text
    start = text.index("点我下载")
    action = {"do": "not_text", "piece": "xihe", "start": start, "end": start + 8}
    desk.apply(read_action(action | {"words": "点我下载全文哦。", "reason": "网站的话"}), law)
    assert "cut: true" in (law_folder / "errata.yml").read_text("utf-8")
    after = built(law_folder)
    assert report(after, "xihe").text == text[:start].rstrip()
    [edit] = [each for each in after.ledger if "C-025" in each.rules]
    assert "点我下载全文哦。" in edit.before
    assert [each for each in after.findings if each.code.startswith("E-")] == []
    whole = {"do": "not_text", "piece": "xihe", "start": 0, "end": len(text), "words": text}
    with pytest.raises(ContentError, match="整篇都选中了"):
        desk.apply(read_action(whole | {"reason": "x"}), law)


def test_a_finding_in_order_is_silent_until_its_words_change(desk: Desk, law_folder: Path) -> None:
    path = law_folder / "sources" / "xihe.txt"
    path.write_text(path.read_text("utf-8") + "\n该馆的的设施齐全（见附图。\n", "utf-8")
    before = (law_folder / LIBRARY).read_text("utf-8")
    law = built(law_folder)
    found = next(each for each in law.findings if each.code == "T-002")
    action = {"do": "finding", "finding": finding_id(found), "verdict": "fine"}
    with pytest.raises(ContentError, match="写一句理由"):
        desk.apply(read_action(action), law)
    change = desk.apply(read_action(action | {"reason": "原件如此"}), law)
    words = "".join(found.text.split())
    assert added(law_folder, before) == (
        f"accepted:\n  - code: T-002\n    place: xihe\n    words: {words}\n    reason: 原件如此\n"
    )
    after = built(law_folder)
    assert "T-002" not in {each.code for each in after.findings}
    assert len(after.findings) == len(law.findings) - 1
    assert [(each.finding, each.reason) for each in after.accepted] == [(found, "原件如此")]
    path.write_text(path.read_text("utf-8").replace("（见附图", "（见图"), "utf-8")
    changed = built(law_folder)
    assert "T-002" in {each.code for each in changed.findings}
    assert changed.accepted == ()
    desk.undo(change.id)
    assert (law_folder / LIBRARY).read_text("utf-8") == before


def test_a_piece_is_described_and_again_as_its_text_says(desk: Desk, law_folder: Path) -> None:
    before = (law_folder / LIBRARY).read_text("utf-8")
    law = built(law_folder)
    stated = report(law, "xihe").title
    given = {"do": "describe", "piece": "xihe", "title": "另一个: 标题", "date": "2022年8月"}
    desk.apply(read_action(given), law)
    assert added(law_folder, before) == (
        'sources:\n  xihe:\n    title: "另一个: 标题"\n    date: 2022年8月\n'
    )
    after = report(built(law_folder), "xihe")
    assert ("另一个: 标题" in after.title, after.date) == (True, "2022-08")
    desk.apply(read_action({"do": "describe", "piece": "xihe", "title": "", "date": ""}), law)
    assert (law_folder / LIBRARY).read_text("utf-8") == before
    assert report(built(law_folder), "xihe").title == stated
    for wrong, said in (
        ({"date": "明天"}, "没有这个日期"),
        ({"base": "yijian"}, "没有这个基准文件"),
        ({"title": ""}, "本来就照原文"),
        ({}, "没有写要改什么"),
    ):
        with pytest.raises(ContentError, match=said):
            desk.apply(read_action({"do": "describe", "piece": "xihe"} | wrong), law)
    assert (law_folder / LIBRARY).read_text("utf-8") == before


def test_a_base_is_described(desk: Desk, law: Library, law_folder: Path) -> None:
    before = (law_folder / LIBRARY).read_text("utf-8")
    action = {"do": "base", "base": "tiaoli", "issuer": "", "effective": "2019-12-01"}
    desk.apply(read_action(action | {"numbering": ["第一条"]}), law)
    assert (law_folder / LIBRARY).read_text("utf-8") == before.replace(
        "    issuer: 云溪市人民代表大会常务委员会\n", ""
    ) + "    effective: 2019-12-01\n    numbering: [第一条]\n"
    [base] = load_content(law_folder).bases
    assert (base.issuer, base.effective, base.numbering) == ("", "2019-12-01", ("第一条",))


def test_terms_and_wordings(desk: Desk, law: Library, law_folder: Path) -> None:
    new = {"do": "term", "words": "流动阅览车", "as": "new", "kind": "机制"}
    desk.apply(read_action(new), law)
    desk.apply(read_action(new | {"words": "阅览车", "name": "流动阅览车", "as": "alias"}), law)
    desk.apply(read_action(new | {"words": "车 辆", "name": "流动阅览车", "as": "hint"}), law)
    assert (
        (law_folder / "terms.yml")
        .read_text("utf-8")
        .endswith('- name: 流动阅览车\n  kind: 机制\n  aliases: [阅览车]\n  hints: ["车 辆"]\n')
    )
    with pytest.raises(ContentError, match="已经有这个词条"):
        desk.apply(read_action(new), law)
    with pytest.raises(ContentError, match="没有这个词条"):
        desk.apply(read_action(new | {"name": "没有", "as": "alias"}), law)
    rows = {"do": "thesaurus", "words": ["开放时间", "开馆时间"]}
    desk.apply(read_action(rows), law)
    desk.apply(read_action(rows | {"words": ["开馆时间", "开门时间"]}), law)
    assert load_content(law_folder).thesaurus == (("开放时间", "开馆时间", "开门时间"),)
    with pytest.raises(ContentError, match="不能有空白"):
        desk.apply(read_action(rows | {"words": ["一", "二 三"]}), law)
    desk.undo_all()
    assert not (law_folder / "terms.yml").exists()
    assert not (law_folder / "thesaurus.txt").exists()


def test_a_piece_is_divided_joined_and_left_out(desk: Desk, law_folder: Path) -> None:
    """The ids of the other pieces stay, so that decisions on them hold."""
    law = built(law_folder)
    text = report(law, "dongqiao").text
    line = text.split("\n")[5]
    action = {"do": "piece", "piece": "dongqiao", "how": "divide", "at": text.index(line) + 2}
    first = desk.apply(read_action(action), law)
    after = built(law_folder)
    parts = [each.piece for each in after.reports if each.piece.file == "dongqiao.txt"]
    assert [each.id for each in parts] == ["dongqiao", "dongqiao-part-2"]
    assert parts[1].text.startswith(line)
    assert f"{parts[0].text}\n{parts[1].text}".split() == text.split()
    with pytest.raises(ContentError, match="第一行"):
        desk.apply(read_action(action | {"at": 0}), law)
    drop = {"do": "piece", "piece": "dongqiao-part-2", "how": "drop"}
    desk.apply(read_action(drop), after)
    assert [each.piece.id for each in built(law_folder).reports] == ["dongqiao", "xihe"]
    with pytest.raises(ContentError, match="前面没有可以并入的"):
        desk.apply(read_action({"do": "piece", "piece": "xihe", "how": "join"}), law)
    desk.undo(first.id)
    assert report(built(law_folder), "dongqiao").text == text


def test_pieces_of_a_collection_are_joined(desk: Desk, law_folder: Path) -> None:
    bodies = (
        ("东", "天天开放，读者都满意，东街的老人来得最多。去年借出三千册，比上一年多两成。"),
        ("西", "改进服务，添置新书，西街的孩子放学就来。馆员轮流值守，周末也不关门，家长放心。"),
        ("北", "下一步继续努力，北街准备再开一间。经费已经落实，地方也选好了，明年春天动工。"),
    )
    text = "".join(
        f"报告{number}：{name}街道阅览室工作汇报\n{body * 2}\n"
        for number, (name, body) in zip("一二三", bodies, strict=True)
    )
    (law_folder / "sources" / "he.txt").write_text(text, "utf-8")
    law = built(law_folder)
    assert {"he-1", "he-2", "he-3"} <= {each.piece.id for each in law.reports}
    desk.apply(read_action({"do": "piece", "piece": "he-2", "how": "join"}), law)
    after = {each.piece.id: each.piece for each in built(law_folder).reports}
    assert "he-2" not in after
    assert after["he-3"].text == report(law, "he-3").text
    assert "报告二：西街道阅览室工作汇报" in after["he-1"].text
    assert after["he-1"].text.endswith(report(law, "he-2").text)


def test_a_copy_is_followed_in_an_article_or_at_one_place(desk: Desk, law_folder: Path) -> None:
    text = (law_folder / "sources" / "tiaoli.txt").read_text("utf-8")
    other = text.replace("免费", "无偿", 1)
    assert other != text
    (law_folder / "sources" / "zzz.txt").write_text(other, "utf-8")
    law = built(law_folder)
    [collation] = law.collations
    number, variant = next(
        (number, each)
        for number, each in enumerate(collation.apparatus, 1)
        if {one.text for one in each.readings} == {"免费", "无偿"}
    )
    assert variant.article is not None
    rejected = next(each for each in variant.readings if each.text != variant.chosen.text)
    article = next(each for each in collation.edition.articles if each.number == variant.article)
    action = {"do": "prefer", "base": "tiaoli", "article": article.address}
    action |= {"witness": rejected.witness, "reading": rejected.text}
    change = desk.apply(read_action(action | {"variant": number}), law)
    assert change.after[0] == "readings:"
    [followed] = built(law_folder).collations
    chosen = next(e.text for e in followed.edition.articles if e.number == article.number)
    place = slice(variant.at, variant.at + len(rejected.text))
    assert chosen[place] == rejected.text
    assert article.text[place] != rejected.text
    assert "编者指定" in followed.apparatus[number - 1].reason
    again = {"do": "prefer", "base": "tiaoli", "article": article.address, "witness": ""}
    desk.apply(read_action(again | {"variant": number}), law)
    assert "readings" not in (law_folder / LIBRARY).read_text("utf-8")
    desk.apply(read_action(again | {"witness": rejected.witness}), law)
    assert "编者指定" in built(law_folder).collations[0].apparatus[number - 1].reason
    with pytest.raises(ContentError, match="没有这个版本"):
        desk.apply(read_action(again | {"witness": "nobody"}), law)


def test_what_is_left_for_later_is_in_no_file(desk: Desk, law: Library, law_folder: Path) -> None:
    before = {path: path.read_bytes() for path in law_folder.rglob("*") if path.is_file()}
    change = desk.apply(
        read_action({"do": "finding", "finding": "T-002-0a", "verdict": "later"}), law
    )
    assert change.files == ()
    assert desk.undo(change.id).undone
    assert {p: p.read_bytes() for p in law_folder.rglob("*") if p.is_file()} == before


@pytest.mark.parametrize(
    "words",
    [
        "- decision: add",
        "{a: b}",
        "[x",
        "'",
        '"',
        "&a *a",
        "!!python/object:os.system x",
        "# 注",
        "a: b",
        "%YAML 1.2",
        "---",
        "| >",
        "@`",
        "~",
        "null",
        "yes",
        "0x10",
        "1e3",
        "2021-13-99",
        "</script><script>alert(1)</script>",
        "\\u0041\\",
        "甲\u200b乙\ufeff丙\u2060",
        "\U0001f600𠮷",
    ],
)
def test_what_looks_like_yaml_stays_words(
    desk: Desk, law: Library, law_folder: Path, words: str
) -> None:
    """In every field that takes words, the file says them to the letter, and nothing else."""
    text = report(law, "xihe").text
    start = text.index("阅览室")
    place = {"start": start, "end": start + 3, "words": "阅览室"}
    for action in (
        {"do": "link", "decision": "none", "report": "xihe", "note": words, **place},
        {"do": "erratum", "piece": "xihe", "correct": words, "reason": words, **place},
        {"do": "describe", "piece": "xihe", "title": words, "place": words, "issuer": words},
        {"do": "base", "base": "tiaoli", "issuer": words, "short_title": words},
        {"do": "term", "words": words, "as": "new", "kind": words, "aliases": [f"{words}甲"]},
    ):
        desk.apply(read_action(action), law)
    found = load_content(law_folder)
    assert found.decisions[0].note == words
    [erratum] = found.cleaning.errata
    assert erratum.reason == words
    assert words in erratum.after
    declared = found.cleaning.declared["xihe"]
    assert (declared.title, declared.place, declared.issuer) == (words,) * 3
    assert (found.bases[0].issuer, found.bases[0].short_title) == (words, words)
    [term] = found.terms
    assert (term.name, term.kind, term.aliases) == (words, words, (f"{words}甲",))
    desk.undo_all()
    assert sorted(path.name for path in law_folder.glob("*.yml")) == ["library.yml"]
