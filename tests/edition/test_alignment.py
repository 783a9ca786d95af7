"""Where two whole documents differ, labels and all."""

from __future__ import annotations

from generator.edition.label_finding import find_marks
from generator.edition.repair.alignment import aligned
from generator.edition.repair.tokens import label_token

THIRD = label_token(3)


def parted(one: str, other: str) -> list[tuple[str, str]]:
    return [(one[d.a0 : d.a1], other[d.b0 : d.b1]) for d in aligned(one, other)]


def test_a_replaced_tail_is_one_difference_though_the_next_article_begins_like_it() -> None:
    before, begins = "认真查找领导班子自身存在的突出问题", "一把手和领导"
    tail = f"使各级{begins}班子全天候是监督的重要环节做实谈话提醒带头落实党内监督各项制度"
    spliced = f"{before}上与下的准绳{THIRD}{begins}导班子在加强领导过程中既接受上级"
    sound = f"{before}{tail}{THIRD}{begins}班子在加强领导过程中既接受上级"
    assert parted(spliced, sound)[0] == ("上与下的准绳", tail)
    assert [(b, a) for a, b in parted(spliced, sound)] == parted(sound, spliced)


def test_a_heading_ends_where_an_article_stands_in_its_line() -> None:
    law = "第一条　总的规定。\n第二章　节约用水第二条　单位应当节约。\n第三条　本法施行。\n"
    marks = find_marks(law, "articles")
    assert [(m.kind, m.number, m.heading) for m in marks] == [
        ("article", 1, ""),
        ("part", 2, "节约用水"),
        ("article", 2, ""),
        ("article", 3, ""),
    ]
    assert all(mark.sure for mark in marks)
    policy = "一、总的要求（一）加强领导。各级要重视。\n（二）抓好落实。\n"
    first = next(mark for mark in find_marks(policy, "brackets"))
    assert (first.kind, first.heading) == ("part", "总的要求")


def test_an_article_is_inserted_whole_though_the_next_begins_like_it() -> None:
    formula, first, second = (
        "任何单位和个人不得妨碍",
        "用人单位保障培训档案",
        "公共图书馆执行保护名录",
    )
    fifth, sixth = label_token(35), label_token(36)
    both = f"情节严重的吊销许可证件{fifth}{formula}{first}{formula}{second}所需经费列入预算"
    one = f"情节严重的吊销许可证件{sixth}{formula.replace('和', '利')}{second}所需经费列入预算"
    assert parted(both, one)[0] == (f"{fifth}{formula}{first}", sixth)
    assert [(b, a) for a, b in parted(both, one)] == parted(one, both)
