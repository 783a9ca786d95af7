"""pack --collection: what a reader gathered is printed, and every passage checked first."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

import docx
import pytest

from generator.errors import ContentError
from generator.model import Library
from generator.outputs.packs.collected import Item, Places, read_collection
from generator.outputs.packs.custom_pack import add_arguments, run
from generator.text.traditional import Converter


def options(folder: Path, *arguments: str) -> Namespace:
    parser = ArgumentParser()
    parser.add_argument("--content", type=Path, default=folder)
    add_arguments(parser)
    return parser.parse_args([*arguments, "--out", str(folder / "out"), "--format", "docx"])


def written(folder: Path, *items: dict[str, Any], **others: Any) -> Path:
    """Return the file of a collection as the browser writes it."""
    path = folder / "a.json"
    given = {"format": "collection", "version": 1, "library": "x", "title": "学习摘编"}
    path.write_text(json.dumps({**given, "groups": ["做法"], "items": items, **others}), "utf-8")
    return path


def item(id: str, text: str, kind: str = "sentence", language: str = "zh-Hans") -> Item:
    return Item(id, kind, text, language, "《出处》", "", "")


def test_what_was_gathered_is_printed_in_its_order_and_groups(
    law: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = law.collations[0].edition.sentences[3:5]
    report = law.reports[0]
    one, two = report.sentences[2:4]
    passage = report.piece.text[one.start : two.end]
    file = written(
        tmp_path,
        {"id": one.id, "text": passage, "group": "做法", "comment": "请核\n再问"},
        {"id": first.id, "text": first.text, "cites": {"short": "乱写的出处"}},
        {"id": second.id, "text": second.text},
    )
    assert run(options(tmp_path, "--collection", str(file)), law) == 0
    assert capsys.readouterr().out.splitlines() == [str(tmp_path / "out" / "a.docx")]
    said = [each.text for each in docx.Document(str(tmp_path / "out" / "a.docx")).paragraphs]
    words = "\n".join(said[said.index("摘录") :])  # behind the contents
    lines = [line.strip() for line in passage.split("\n") if line.strip()]
    assert [words.index(each) for each in (first.text, second.text, "做法", *lines, "批注：请核")]
    assert sorted(found := [words.index(e) for e in (first.text, second.text, *lines)]) == found
    assert "再问" in words
    assert "乱写的出处" not in words
    assert report.piece.title in words


def test_what_does_not_stand_there_is_said_and_marked(
    law: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sentences = law.collations[0].edition.sentences
    right = next(each for each in sentences if len(each.text) > 20)
    other = sentences[-1]
    file = written(
        tmp_path,
        {"id": right.id, "text": right.text[:9] + "错" + right.text[10:]},
        {"id": other.id, "text": right.text},
        {"id": right.id, "text": right.text},
    )
    assert run(options(tmp_path, "--collection", str(file)), law) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("第1处")
    assert "没有这样的字句" in told[0]
    assert told[1].startswith("第2处")
    assert "现在在别处" in told[1]
    assert len(told) == 3
    said = [each.text for each in docx.Document(str(tmp_path / "out" / "a.docx")).paragraphs]
    assert sum(each.startswith("〔请核对〕") for each in said) == 2


def test_every_kind_is_checked(library: Library) -> None:
    """Duties begin within a sentence; variants, terms, headings and parts have ids of their own."""
    places = Places(library)
    collation = library.collations[0]
    duty = library.duties[0]
    (article,) = (each for each in collation.edition.articles if each.number == duty.article)
    variant = next(each for each in collation.apparatus if each.chosen.text and each.article)
    others = [each for each in variant.readings if each.witness != variant.chosen.witness]
    readings = [f"{variant.chosen.witness}（取）：前{variant.chosen.text}后"]
    readings += [f"{each.witness}：{each.text or '（无）'}" for each in others]
    term = next(each for each in library.terms if each.gloss)
    part = collation.edition.parts[1]
    right = [
        item(duty.sentence, article.text[duty.start : duty.end], "duty"),
        item("variant-1", "\n".join(readings), "variant"),
        item(term.id, f"{term.name} · {term.gloss}", "term"),
        item(f"{collation.edition.base.id}-part-2", part.label + part.heading),
        item(library.reports[0].piece.id, library.reports[0].piece.title),
    ]
    assert [places.standing(each).doubt for each in right] == [""] * 5
    wrong = [
        item(duty.sentence, "无中生有地" + article.text[duty.start : duty.end], "duty"),
        item("variant-1", "\n".join(readings).replace("（取）", ""), "variant"),
        item(term.id, f"{term.name} · 另外的话", "term"),
        item(f"{collation.edition.base.id}-part-2", part.heading + "了"),
        item("999", "无中生有", "page"),
    ]
    assert all(places.standing(each).doubt for each in wrong)


def test_what_was_gathered_in_traditional_characters_is_printed_as_the_library_has_it(
    law: Library,
) -> None:
    sentence = next(each for each in law.collations[0].edition.sentences if len(each.text) > 15)
    turned = Converter(each.name for each in law.terms).to_traditional(sentence.text)
    assert turned != sentence.text
    found = Places(law).standing(item(sentence.id, turned, language="zh-Hant"))
    assert (found.text, found.doubt) == (sentence.text, "")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "JSON 读不出来"),
        ("[" * 100_000, "JSON 读不出来"),
        ("[]", "不是摘编导出的文件"),
        ('{"format": "notes"}', "不是摘编导出的文件"),
        ('{"format": "collection", "version": 2}', "读不了：2"),
        ('{"format": "collection", "version": 1, "items": []}', "是空的"),
        ('{"format": "collection", "version": 1, "items": [3]}', "第1处不是"),
        ('{"format": "collection", "version": 1, "items": [{"id": "a"}]}', "第1处没有 text"),
        ('{"format": "collection", "version": 1, "items": [{"id": 1}]}', "第1处的 id 应当是文字"),
        ('{"format": "collection", "version": 1, "items": [{}], "groups": 3}', "groups"),
    ],
)
def test_a_bad_file_is_one_line(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content, "utf-8")
    with pytest.raises(ContentError, match=words) as caught:
        read_collection(path)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="读不出来"):
        read_collection(tmp_path / "none.json")
