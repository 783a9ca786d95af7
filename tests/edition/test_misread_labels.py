"""K-009: a label with letters that only look like numerals is read, and named."""

from __future__ import annotations

from generator.edition import collate
from generator.model import Base, Piece

TITLE = "云溪市河道保护条例"
ARTICLES = [f"第{n}项措施由街道负责落实，每年检查一次。" for n in "甲乙丙丁戊己庚辛壬癸子丑"]
NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]


def test_a_look_alike_is_read_and_named() -> None:
    lines = [TITLE, *(f"第{n}条 {text}" for n, text in zip(NUMERALS, ARTICLES, strict=True))]
    text = "\n".join(lines).replace("第十条", "第+条").replace("第十二条", "第土二条")
    found = collate(Base("b", TITLE, "《条例》"), [Piece("w", "w.txt", 0, len(text), text, "")])
    assert [each.text for each in found.edition.articles] == ARTICLES
    assert [each.label for each in found.edition.articles] == [f"第{n}条" for n in NUMERALS]
    named = [each.message for each in found.findings if each.code == "K-009"]
    assert named == [
        "w条号“第+条”里有形近字，读作第十条，请核",
        "w条号“第土二条”里有形近字，读作第十二条，请核",
    ]
