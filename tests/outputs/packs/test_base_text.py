"""What a pack says of a base document: the tree, 款 and 项, and what stands around the text."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from generator.model import Library
from generator.outputs.packs import Fonts, render_docx, render_pdf
from generator.outputs.shared.pack_contents import (
    Block,
    PackData,
    Selection,
    pack_data,
    standard_selections,
)
from tests.outputs import documents
from tests.outputs.packs.conftest import Word, squeezed, text_of, words_of


def packs_of(library: Library) -> dict[str, PackData]:
    return {each.name: pack_data(library, each) for each in standard_selections(library)}


def text_blocks(pack: PackData) -> tuple[Block, ...]:
    assert pack.sections[0].title == "条文原文"
    return pack.sections[0].blocks


def said(pack: PackData) -> list[tuple[str, str]]:
    return [(each.kind, each.label + each.text) for each in text_blocks(pack)]


def set_in_type(pack: PackData, fonts: Fonts, folder: Path) -> Path:
    path = folder / "pack.pdf"
    path.write_bytes(render_pdf(pack, fonts))
    return path


def test_divisions_lie_in_one_another(code: Library) -> None:
    parts = [each for each in text_blocks(packs_of(code)["packs/b"]) if each.kind == "part"]
    assert [(each.text, each.level, each.listed) for each in parts] == [
        ("第一编　总则", 1, True),
        ("第一章　一般规定", 3, True),
        ("第二章　管理", 3, True),
        ("第一节　巡查", 4, False),
        ("第二编　责任", 1, True),
        ("第三章　处罚", 3, True),
        ("附则", 1, True),
    ]


def test_an_articles_pack_names_the_divisions_around_it_once(code: Library) -> None:
    pack = packs_of(code)["packs/b-3"]
    assert said(pack) == [
        ("part", "第一编　总则"),
        ("part", "第二章　管理"),
        ("part", "第一节　巡查"),
        ("article", "第三条　河长应当每月巡查。"),
    ]
    assert not any(each.listed for each in text_blocks(pack))


def test_only_divisions_that_lie_in_no_other_have_packs(code: Library, law: Library) -> None:
    packs = packs_of(code)
    parts = code.collations[0].edition.parts
    top = [each.number for each in parts if each.depth == 1]
    assert len(top) == 3
    assert {name for name in packs if "part" in name} == {f"packs/b-part-{n}" for n in top}
    assert packs["packs/b-part-1"].title == ("《文件》第一编", "总则")
    words = "".join(words for _, words in said(packs["packs/b-part-1"]))
    assert "第二条之一　湖泊" in words
    assert "第三条　河长" in words
    assert "第四条" not in words
    assert packs[f"packs/b-part-{top[-1]}"].title == ("《文件》附则",)
    base = law.collations[0].edition
    flat = {name for name in packs_of(law) if "part" in name}
    assert flat == {f"packs/{base.base.id}-part-{each.number}" for each in base.parts}


def test_paragraphs_and_items_of_an_article_are_told_apart(code: Library) -> None:
    blocks = text_blocks(packs_of(code)["packs/b-2"])
    article = [each for each in blocks if each.kind != "part"]
    assert [(each.kind, each.level, each.label) for each in article] == [
        ("article", 0, "第二条　"),
        ("provision", 1, "（一）"),
        ("provision", 1, "（二）"),
        ("provision", 2, "1."),
        ("provision", 2, "2."),
        ("para", 0, ""),
    ]
    text = code.collations[0].edition.articles[1].text
    assert "\n".join(each.label + each.text for each in article) == f"第二条　{text}"


def test_articles_stand_in_reading_order(code: Library) -> None:
    blocks = text_blocks(packs_of(code)["packs/b"])
    labels = [each.label for each in blocks if each.kind == "article"]
    assert labels == [f"第{each}条　" for each in ("一", "二")] + [
        "第二条之一　",
        "第三条　",
        "第四条　",
        "第五条　",
    ]


def test_what_stands_around_the_text_is_in_its_place(opinion: Library) -> None:
    blocks = said(packs_of(opinion)["packs/b"])
    assert blocks[:5] == [
        ("number", "云政发〔2021〕17号"),
        ("title", "云溪市人民政府关于进一步加快发展"),
        ("title", "社区居家养老服务的实施意见"),
        ("addressee", "各区人民政府，市政府各部门、各直属机构："),
        ("para", "为健全社区居家养老服务体系，现提出如下实施意见。"),
    ]
    tail = blocks[blocks.index(("enclosed", "附件：1.社区居家养老服务项目清单")) :]
    assert tail == [
        ("enclosed", "附件：1.社区居家养老服务项目清单"),
        ("enclosed", "2.星级评定标准"),
        ("signed", "云溪市人民政府"),
        ("signed", "2021年9月3日"),
        ("remark", "（此件公开发布）"),
        ("annex", "附件1"),
        ("title", "社区居家养老服务项目清单"),
        ("table", ""),
        ("annex", "附件2"),
        ("title", "星级评定标准"),
        ("title", "（试行）"),
        ("para", "一、有固定的服务场所。"),
    ]
    table = next(each for each in text_blocks(packs_of(opinion)["packs/b"]) if each.rows)
    assert table.header == ("序号", "项目", "收费")
    assert [each.cells for each in table.rows] == [("1", "助餐", "六元"), ("2", "助浴", "八十元")]
    assert sum(table.widths) == 100


def test_a_laws_note_stands_below_its_title(code: Library) -> None:
    assert said(packs_of(code)["packs/b"])[:2] == [
        ("title", "云溪市河道保护条例"),
        ("caption", "（2020年5月28日云溪市人民代表大会常务委员会第三次会议通过）"),
    ]


def test_the_shipped_document_has_its_date_below_its_title(library: Library) -> None:
    base = library.collations[0].edition.base
    assert base.adopted == "2021-03-27"
    assert said(packs_of(library)[f"packs/{base.id}"])[:3] == [
        ("title", "中共中央关于加强对“一把手”"),
        ("title", "和领导班子监督的意见"),
        ("caption", "（2021年3月27日）"),
    ]


def test_only_the_whole_has_what_stands_around_the_text(opinion: Library) -> None:
    packs = packs_of(opinion)
    for name in ("packs/b-1-1", "packs/b-part-1"):
        assert {each.kind for each in text_blocks(packs[name])} <= {"part", "article", "provision"}


def test_two_articles_of_one_label_are_told_apart(opinion: Library) -> None:
    packs = packs_of(opinion)
    assert packs["packs/b-1-1"].title[0] == "《文件》第一部分第（一）条"
    assert packs["packs/b-2-1"].title[0] == "《文件》第二部分第（一）条"
    chosen = pack_data(opinion, Selection("b", (1, 3, 4), name="x"))
    assert chosen.title == (
        "《文件》选编",
        "第一部分第（一）条、第二部分第（一）条至第二部分第（二）条",
    )
    duties = next(each for each in packs["packs/b"].sections if each.title == "责任清单")
    rows = [row for block in duties.blocks for row in block.rows if not row.band]
    places = {name for row in rows for name in row.cells[2].split("、")}
    assert places == {"第一部分第（二）条", "第二部分第（一）条", "第二部分第（二）条"}


def test_a_paragraph_that_bears_no_number_is_called_by_its_place(
    plain: Library, fonts: Fonts, tmp_path: Path
) -> None:
    packs = packs_of(plain)
    labels = [each.label for each in text_blocks(packs["packs/b"]) if each.kind == "article"]
    assert [each[:4] for each in labels] == ["第1段　", "第2段　", "第3段　"]
    assert packs["packs/b-2"].title[0] == "《文件》第2段"
    printed = text_of(set_in_type(packs["packs/b"], fonts, tmp_path))
    assert "¶" not in printed
    assert "第2段每天读书半小时。从家庭做起，从小学做起。" in printed


@pytest.fixture(scope="module")
def opinion_words(
    opinion: Library, fonts: Fonts, tmp_path_factory: pytest.TempPathFactory
) -> list[Word]:
    folder = tmp_path_factory.mktemp("opinion")
    selection = Selection("b", (1, 2, 3, 4), (1, 2), whole=True, pieces=("text",), name="x")
    return words_of(set_in_type(pack_data(opinion, selection), fonts, folder))


def word(words: list[Word], text: str, page: int = 3) -> Word:
    return next(each for each in words if text in each.text and each.page >= page)


def test_the_head_is_that_of_the_standard(opinion_words: list[Word]) -> None:
    number = word(opinion_words, "云政发")
    last = next(
        each
        for each in reversed(opinion_words)
        if each.page == number.page and abs(each.top - number.top) < 1
    )
    title = word(opinion_words, "云溪市人民政府关于进一步")
    below = word(opinion_words, "社区居家养老服务的实施意见")
    middle = 28 + 156 / 2
    for left, right in ((number.left, last.right), (title.left, title.right)):
        assert (left + right) / 2 == pytest.approx(middle, abs=1)
    assert number.bottom < title.top < below.top
    addressee = word(opinion_words, "各区人民政府")
    assert addressee.left == pytest.approx(28, abs=0.6)
    preamble = word(opinion_words, "为健全社区")
    assert preamble.left - addressee.left == pytest.approx(2 * 156 / 28, abs=0.6)


def test_signature_and_date_are_set_by_the_standard(opinion_words: list[Word]) -> None:
    """GB/T 9704-2012, 7.3.5.2: the date begins two characters behind and leaves two free."""
    character = 156 / 28
    date = word(opinion_words, "2021年9月3日")
    named = [
        each for each in opinion_words if each.text == "云溪市人民政府" and each.page == date.page
    ]
    assert len(named) == 1
    edge = 184 if date.page % 2 else 182
    assert edge - date.right == pytest.approx(2 * character, abs=0.8)
    assert date.left - named[0].left == pytest.approx(2 * character, abs=0.8)
    remark = word(opinion_words, "此件公开发布")
    assert (remark.page, remark.top > date.bottom) == (date.page, True)
    assert remark.left < 28 + 3 * character


def test_every_annex_begins_a_page(opinion_words: list[Word]) -> None:
    pages = [word(opinion_words, text).page for text in ("（此件公开", "清单", "助餐")]
    first, second = (
        next(
            each
            for each in opinion_words
            if each.text == "附件" and each.top == pytest.approx(37, abs=2) and each.page > after
        )
        for after in (pages[0], pages[0] + 1)
    )
    assert second.page == first.page + 1
    assert first.left == pytest.approx(28 if first.page % 2 else 26, abs=0.6)


def test_turned_over_lines_of_an_item_stand_below_its_words(
    code: Library, fonts: Fonts, tmp_path: Path
) -> None:
    long = documents.CODE.replace("堤防损坏；", "堤防" + "的某一处地方" * 8 + "损坏；")
    library = documents.library_of(tmp_path / "content", documents.CODE_TITLE, long)
    pack = pack_data(library, Selection("b", (2,), pieces=("text",), name="x"))
    words = words_of(set_in_type(pack, fonts, tmp_path))
    page = word(words, "堤防").page
    lines = sorted(
        (each for each in words if each.page == page and "的某一处地方" in each.text),
        key=lambda each: each.top,
    )
    assert len(lines) >= 2
    label = next(each for each in words if each.page == page and each.text.startswith("（一"))
    character = 156 / 28
    # the blank half of its bracket is set off
    begins = label.left - (28 if page % 2 else 26)
    assert 1.4 * character < begins < 2.1 * character
    for line in lines[1:]:
        assert line.left == pytest.approx(lines[0].left, abs=0.3)


@pytest.mark.parametrize("name", ["opinion", "code", "plain"])
def test_nothing_is_lost_on_paper(
    name: str, request: pytest.FixtureRequest, fonts: Fonts, tmp_path: Path
) -> None:
    library: Library = request.getfixturevalue(name)
    pack = packs_of(library)["packs/b"]
    printed = text_of(set_in_type(pack, fonts, tmp_path))
    document = docx.Document(io.BytesIO(render_docx(pack)))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    word_text = squeezed("".join([*(each.text for each in document.paragraphs), *cells]))
    source: str = getattr(documents, name.upper())
    for line in source.split("\n"):
        words = squeezed(line)
        assert words in printed, line
        assert all(squeezed(each) in word_text for each in line.split("\t")), line


def test_word_has_the_same_in_named_styles(opinion: Library, code: Library) -> None:
    document = docx.Document(io.BytesIO(render_docx(packs_of(opinion)["packs/b"])))
    styles = {each.text: each for each in document.paragraphs if each.style}

    def style(text: str) -> str:
        found = styles[text].style
        assert found is not None
        return str(found.name)

    assert style("云政发〔2021〕17号") == "发文字号"
    assert style("社区居家养老服务的实施意见") in ("文件标题", "标题")
    assert style("各区人民政府，市政府各部门、各直属机构：") == "主送机关"
    assert style("云溪市人民政府") == style("2021年9月3日") == "落款"
    assert style("附件1") == style("附件2") == "附件序号"
    assert document.styles["附件序号"].paragraph_format.page_break_before
    date, name = (
        styles[each].paragraph_format.right_indent for each in ("2021年9月3日", "云溪市人民政府")
    )
    assert date.mm == pytest.approx(2 * 156 / 28, abs=0.2)
    assert name.mm == pytest.approx(3 * 156 / 28, abs=0.2)
    item = styles["1.政府主导，社会参与。市人民政府应当统筹规划。"].paragraph_format
    assert item.first_line_indent.mm < 0 < item.left_indent.mm
    code_styles = {
        each.text: each.style.name
        for each in docx.Document(io.BytesIO(render_docx(packs_of(code)["packs/b"]))).paragraphs
        if each.style
    }
    assert [code_styles[each] for each in ("第一编　总则", "第一章　一般规定", "第一节　巡查")] == [
        "编标题",
        "部分标题",
        "节标题",
    ]


def test_bookmarks_of_a_word_file_are_all_different(code: Library) -> None:
    pack = packs_of(code)["packs/b"]
    body = docx.Document(io.BytesIO(render_docx(pack))).element.body
    marks = body.xpath(".//w:bookmarkStart/@w:id"), body.xpath(".//w:bookmarkStart/@w:name")
    for found in marks:
        assert len(found) == len(set(found)) > 5
