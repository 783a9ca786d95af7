"""Names of one make that stand in a row."""

from __future__ import annotations

import pytest

from generator.terms.parallel import parallel_names


@pytest.mark.parametrize(
    ("name", "text", "row"),
    [
        ("提醒函", "发出提醒函、警告函，限期答复。", ("提醒函", "警告函")),
        ("警告函", "发出提醒函、警告函，限期答复。", ("提醒函", "警告函")),
        ("乱停乱放", "整治乱停乱放、乱贴乱画、乱泼乱倒。", ("乱停乱放", "乱贴乱画", "乱泼乱倒")),
        ("利民为先", "坚持利民为先、便民为先的原则。", ("利民为先", "便民为先")),
        ("一抽查", "推行“一抽查、双公开”制度。", ("一抽查", "双公开")),
        ("晨检午检", "落实晨检午检、明厨亮灶。", ()),  # nothing in common
        ("提醒函", "发出提醒函、警告函件等。", ()),  # the next is longer
        ("提醒函", "只发提醒函。", ()),
        ("园档", "档案室、园档室", ()),  # too short to tell
    ],
)
def test_rows(name: str, text: str, row: tuple[str, ...]) -> None:
    known = {"提醒函", "警告函", "乱停乱放", "乱贴乱画", "乱泼乱倒", "利民为先", "便民为先"}
    assert parallel_names(name, [text], known) == row


def test_an_item_that_is_no_phrase_makes_no_row() -> None:
    assert parallel_names("提醒函", ["发出提醒函、警告函。"], {"提醒函"}) == ()
