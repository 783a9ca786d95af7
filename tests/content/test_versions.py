"""versions of a base in library.yml: what they may say, and what is refused in one line."""

from __future__ import annotations

import pytest

from generator.content.schema import VersionEntry
from generator.content.versions import with_versions
from generator.errors import ContentError
from generator.model import Base

BASE = Base("banfa", "渡船管理办法", "《办法》", issuer="市人民政府")


def entry(name: str, **given: str) -> VersionEntry:
    return VersionEntry(id=name, **given)


def test_the_newest_keeps_the_id_and_the_earlier_ones_have_their_own() -> None:
    made = with_versions(
        "library.yml",
        BASE,
        [
            entry("2019", effective="2019-07-01"),
            entry("2001", adopted="2001-03-01", title="渡船管理暂行办法"),
        ],
    )
    assert (made.id, made.version, made.effective, made.until) == (
        "banfa",
        "2019",
        "2019-07-01",
        "",
    )
    (old,) = made.earlier
    assert (old.id, old.title, old.version_of) == ("banfa-v2001", "渡船管理暂行办法", "banfa")
    assert (old.adopted, old.until, old.issuer) == ("2001-03-01", "2019-07-01", "市人民政府")


def test_a_base_without_versions_is_as_it_was() -> None:
    assert with_versions("library.yml", BASE, []) is BASE


@pytest.mark.parametrize(
    ("entries", "wrong"),
    [
        ([entry("1")], "versions.1：写上 adopted、published、effective 之一"),
        (
            [entry("1", adopted="2001"), entry("1", adopted="2002")],
            "versions.id：“1”用了2次",
        ),
        (
            [entry("1", adopted="2001-01"), entry("2", adopted="2001-01")],
            "versions：“2001-01”用了2次",
        ),
    ],
)
def test_what_is_wrong_is_one_clear_line(entries: list[VersionEntry], wrong: str) -> None:
    with pytest.raises(ContentError, match=wrong):
        with_versions("library.yml", BASE, entries)
