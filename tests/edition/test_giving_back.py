"""Words that every copy has are in the edition, wherever the copies have them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model import Collation
from tests.edition.conftest import ARTICLES, assert_apparatus_points_at_what_it_says, law

Run = Callable[..., Collation]
SOUND = law()
FIRST, SECOND = "（一）建立用水台账；\n", "（二）定期进行水平衡测试；\n"
THIRD = "（三）更换国家明令淘汰的用水器具。"
SWAPPED = SOUND.replace(FIRST + SECOND, SECOND + FIRST)


@pytest.mark.parametrize("texts", [(SOUND, SWAPPED), (SWAPPED, SOUND)])
def test_items_that_copies_have_in_another_order_are_all_there(
    collated: Run, texts: tuple[str, str]
) -> None:
    found = collated(*texts)
    article = found.edition.articles[4].text
    for item in (FIRST, SECOND, THIRD):
        assert article.count(item.rstrip("；。\n")) == 1
    assert [each.text for each in found.edition.articles[5:]] == list(ARTICLES[5:])
    assert {each.article for each in found.apparatus} == {5}
    assert_apparatus_points_at_what_it_says(found)
    assert "K-005" in {each.code for each in found.findings}
