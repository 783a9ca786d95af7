"""The edition as a whole: which pages are mirrored, and what is not done twice."""

from __future__ import annotations

from pathlib import Path

from generator.build.memo import DiskMemo
from generator.cli.build import _chosen
from generator.outputs.hant import write_edition

PAGE = (
    '<html lang="zh-CN"><body data-root=""><p>{}</p><p data-only="hant" hidden>发</p></body></html>'
)


def site_of(folder: Path, **pages: str) -> Path:
    (folder / "assets" / "js").mkdir(parents=True, exist_ok=True)
    (folder / "assets" / "js" / "site.js").write_text('say("发展");', "utf-8")
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(PAGE.format(text), "utf-8")
    return folder


def test_every_page_and_script_is_mirrored(tmp_path: Path) -> None:
    site = site_of(tmp_path / "site", index="领导干部", other="发现")
    written = write_edition(site, tmp_path / "new")
    assert written == ["hant/assets/js/site.js", "hant/index.html", "hant/other.html"]
    text = (tmp_path / "new" / "hant" / "index.html").read_text("utf-8")
    assert "領導幹部" in text
    assert '<p data-only="hant">發</p>' in text
    assert "發展" in (tmp_path / "new" / "hant" / "assets" / "js" / "site.js").read_text("utf-8")


def test_an_unchanged_page_is_not_converted_again(tmp_path: Path) -> None:
    memo = DiskMemo(tmp_path / "memo")
    site = site_of(tmp_path / "site", index="领导干部", other="发现")
    write_edition(site, tmp_path / "one", ["干部"], memo)
    known = memo.used
    site_of(site, other="发展")
    write_edition(site, tmp_path / "two", ["干部"], memo)
    assert len(memo.used - known) == 1
    assert "發展" in (tmp_path / "two" / "hant" / "other.html").read_text("utf-8")
    again = DiskMemo(tmp_path / "memo")
    write_edition(site, tmp_path / "three", ["干部", "发展"], again)
    assert not again.used & memo.used  # other guarded words may change any page


def test_a_new_site_brings_a_new_edition() -> None:
    assert [each.name for each in _chosen("site")] == ["site", "hant"]
    assert [each.name for each in _chosen("hant")] == ["hant"]
