"""Foreign matter at the end of a document: found by its signs, never in sound documents."""

from pathlib import Path

import pytest

from generator.cleaning.foreign import foreign_tail

FILES = sorted(Path("content/sources").glob("*.txt"))
OWN = FILES[0].read_text("utf-8")[7265:13983]  # the third piece of 000
STORY = FILES[1].read_text("utf-8")[7030:]  # the newspaper story behind 001
NEWS = (
    "山村小学来了图书车\n"
    "清晨的阳光洒满操场，孩子们围着崭新的流动图书车，翻看童话、绘本和科普读物。\n"
    "“我最喜欢恐龙和火箭！”八岁的小男孩举起画册大声说。爷爷奶奶在田埂边笑着拍照。\n"
    "据介绍，这辆车由出版社捐赠，每周行驶三百公里，沿途停靠二十多个村寨，深受牧民欢迎。\n"
)
RACE = (
    "本报讯（记者 李某）昨日下午，城市马拉松在滨江公园鸣枪起跑，"
    "来自十六个国家的跑者迎着细雨出发。\n"
    "“妈妈，我拿到奖牌啦！”七岁的小选手豆豆冲过终点线，扑进母亲怀里，脸蛋红扑扑的像只苹果。\n"
)
WEATHER = (
    "新华社某地7月2日电\n"
    "受台风外围云系影响，沿海将出现暴雨天气，渔船回港避风，部分列车停运，市民请减少外出，"
    "注意防范山洪、滑坡等次生灾害。气象台提醒，阵风可达十级，海浪高五米。\n"
)


@pytest.mark.parametrize(
    "story", [STORY, NEWS, WEATHER, RACE], ids=["001", "headline", "dateline", "lead"]
)
@pytest.mark.parametrize("length", [1500, 4000, 6718])
def test_a_story_behind_a_document_is_found_to_the_character(story: str, length: int) -> None:
    document = OWN[: OWN.rfind("。", 0, length) + 1]
    assert foreign_tail(f"{document}\n{story}") == len(document) + 1


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:3])
def test_received_documents_hold_none_but_001(path: Path) -> None:
    text = path.read_text("utf-8")
    expected = text.index("新华社北京6月1日电") if path.name.startswith("001") else None
    assert foreign_tail(text) == expected


@pytest.mark.parametrize(
    "tail",
    [
        "某县纪委监委办公室\n2022年3月1日",
        "附件：干部谈话记录表\n姓名、性别、籍贯、电话、住址、身份证号码、家庭成员、银行账户、车牌号码",
        "（二十六）山村小学来了图书车。清晨的阳光洒满操场，孩子们围着崭新的流动图书车翻看童话绘本。",
        "探索创新监督的有效办法\n" + OWN[100:400],
    ],
)
def test_what_belongs_to_the_document_stays(tail: str) -> None:
    assert foreign_tail(f"{OWN}\n{tail}") is None


def test_a_signature_stays_before_foreign_matter() -> None:
    signed = f"{OWN}\n某县纪委监委\n2022年3月1日"
    assert foreign_tail(f"{signed}\n{WEATHER}") == len(signed) + 1


# --- the measure, on texts of which every pair is counted -----------------------------------

KNOWN = "落实责任强化监督严肃"  # ten ideographs, so that a line of eleven has ten pairs
OTHER = [chr(code) for code in range(0x6000, 0x9000)]
DATELINE = "新华社某地7月2日电"  # five pairs: four in the name of the place, and 日电


def document(pairs: int) -> str:
    """A document of so many pairs, in lines of ten, all but the first known by then."""
    assert pairs % 10 in (0, 9)
    lines = [KNOWN + KNOWN[0] + "。"] * (pairs // 10)
    return "\n".join([*lines, KNOWN + "。"] if pairs % 10 else lines)


def tail(unknown: int, known: int = 0) -> str:
    """Lines of so many pairs, none of the unknown ones twice."""
    strange = iter(OTHER)
    lines = ["".join(next(strange) for _ in range(2)) for _ in range(unknown)]
    return "，".join([*lines, *[KNOWN[:2]] * known]) + "。"


def test_a_document_of_400_pairs_can_be_judged() -> None:
    for pairs, found in ((399, False), (400, True)):
        text = f"{document(pairs)}\n{DATELINE}\n{tail(200)}"
        assert (foreign_tail(text) is not None) == found, pairs


@pytest.mark.parametrize(("pairs", "found"), [(54, False), (55, True)])
def test_a_tail_of_60_pairs_can_be_judged(pairs: int, found: bool) -> None:
    assert (foreign_tail(f"{document(500)}\n{DATELINE}\n{tail(pairs)}") is not None) == found


@pytest.mark.parametrize(("known", "found"), [(44, True), (45, True), (46, False), (60, False)])
def test_a_tail_that_shares_too_much_is_the_document_s_own(known: int, found: bool) -> None:
    """More than 0.45 of what is normal for the document, which here is all."""
    text = f"{document(500)}\n城市新闻\n{tail(100 - 3 - known, known)}"
    assert (foreign_tail(text) is not None) == found


@pytest.mark.parametrize("opening", [100, 500])
def test_a_strange_opening_that_goes_on_as_the_document_is_its_own(opening: int) -> None:
    text = f"{document(500)}\n城市新闻\n{tail(opening)}\n" + "\n".join([document(400)] * 12)
    assert foreign_tail(text) is None
    assert foreign_tail(text[: text.index("\n落", text.index("城市"))]) is not None


def test_what_is_normal_is_learnt_from_the_last_eight_paragraphs() -> None:
    """A document that never repeats itself has nothing to be compared with."""
    strange = [tail(60), *(tail(800)[180 * at :][:180] + "。" for at in range(1, 10))]
    text = "\n".join([document(400), *strange, "城市新闻", tail(90, 10)])
    assert foreign_tail(text) is None


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("字" * 40, True),
        ("字" * 41, False),
        ("城市新闻。", False),
        ("一、城市新闻", False),
        ("附件：城市新闻", False),
        ("（二〇二二年三月一日）", False),
    ],
)
def test_a_headline_is_short_unnumbered_and_no_sentence(headline: str, found: bool) -> None:
    text = f"{document(500)}\n{headline}\n{tail(200)}"
    assert (foreign_tail(text) is not None) == found


@pytest.mark.parametrize(
    ("end", "found"), [("。", True), ("！", True), ("）", True), ("；", False), ("，", False)]
)
def test_a_headline_stands_below_a_whole_sentence(end: str, found: bool) -> None:
    text = f"{document(500)[:-1]}{end}\n城市新闻\n{tail(200)}"
    assert (foreign_tail(text) is not None) == found


def test_a_dateline_alone_at_the_end_is_foreign() -> None:
    assert foreign_tail(f"{document(500)}\n{DATELINE}") == len(document(500)) + 1
    assert foreign_tail(f"{document(500)}\n某县纪委\n2022年3月1日") is None
