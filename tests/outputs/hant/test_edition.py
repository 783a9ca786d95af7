"""The edition as a whole: which pages are mirrored, and what is not done twice."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.build.known_files import KnownFile, KnownFiles
from generator.outputs.hant import write_edition
from generator.outputs.registry import chosen_outputs

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


class WatchedFiles(KnownFiles):
    """Known files that remember which of them were taken over, not made again."""

    def __init__(self, target: Path, note: Path) -> None:
        super().__init__(target, note)
        self.kept: set[str] = set()

    def take_over(self, path: str, key: str, folder: Path) -> KnownFile | None:
        found = super().take_over(path, key, folder)
        if found:
            self.kept.add(Path(path).name)
        return found


def edition(
    site: Path, target: Path, note: Path, *terms: str, kept: set[str] | None = None
) -> dict[str, tuple[str, int]]:
    """Make the edition where one may stand; return each page's text, and its place on the disk.

    The names of pages that were not made again are put into `kept`.
    """
    new = target.with_name("new")
    known = WatchedFiles(target, note)
    write_edition(site, new, terms, known=known)
    if kept is not None:
        kept |= {name for name in known.kept if name.endswith(".html")}
    shutil.rmtree(target, ignore_errors=True)
    new.rename(target)
    pages = sorted((target / "hant").glob("*.html"))
    return {each.name: (each.read_text("utf-8"), each.stat().st_ino) for each in pages}


def test_an_unchanged_page_is_not_written_again(tmp_path: Path) -> None:
    target, note = tmp_path / "target", tmp_path / "note"
    site = site_of(tmp_path / "site", index="领导干部", other="发现")
    one = edition(site, target, note, "干部")
    site_of(site, other="发展")
    two = edition(site, target, note, "干部")
    assert two["index.html"] == one["index.html"]
    assert "發展" in two["other.html"][0]


def test_a_word_that_is_newly_guarded_makes_the_pages_again_that_hold_it(tmp_path: Path) -> None:
    target, note = tmp_path / "target", tmp_path / "note"
    texts = {"index": "领导干部", "plain": "批发部门", "apart": "批<b>发</b> 1<i>部</i>门"}
    spoken = '<i title="发部">发</i>部'
    site = site_of(tmp_path / "site", **texts, spoken=spoken)
    kept: set[str] = set()
    edition(site, target, note, "干部")
    two = edition(site, target, note, "干部", "发部", kept=kept)
    assert kept == {"index.html"}
    assert edition(site, target, note, "发部")["plain.html"] == two["plain.html"]
    fresh = edition(site, tmp_path / "fresh", tmp_path / "none", "发部")
    again = edition(site, target, note, "发部")
    assert {name: text for name, (text, _) in again.items()} == {
        name: text for name, (text, _) in fresh.items()
    }


def test_a_page_that_comes_to_be_is_led_to_from_where_the_way_led_nowhere(tmp_path: Path) -> None:
    target, note = tmp_path / "target", tmp_path / "note"
    site = site_of(tmp_path / "site", index='<a href="late.html">发</a>', other="发现")
    one = edition(site, target, note)
    assert 'href="../late.html"' in one["index.html"][0]
    site_of(site, late="发展")
    two = edition(site, target, note)
    assert 'href="late.html"' in two["index.html"][0]
    assert two["other.html"] == one["other.html"]


def test_a_page_that_somebody_has_touched_is_made_again(tmp_path: Path) -> None:
    target, note = tmp_path / "target", tmp_path / "note"
    site = site_of(tmp_path / "site", index="领导干部")
    edition(site, target, note)
    (target / "hant" / "index.html").write_text("别的")
    assert "領導幹部" in edition(site, target, note)["index.html"][0]


def test_a_new_site_brings_a_new_edition() -> None:
    assert [each.name for each in chosen_outputs("site")] == ["site", "hant"]
    assert [each.name for each in chosen_outputs("hant")] == ["hant"]


def test_packs_in_traditional_characters_are_linked_where_there_are_any(tmp_path: Path) -> None:
    """Else those in simplified ones, and the page says so."""
    links = (
        '<a href="packs/b-1.pdf">材料</a><a href="packs/c.pdf">材料</a>'
        '<a data-file="packs/b-1.pdf">材料</a><p data-absent="packs/c.pdf">无</p>'
        '<span data-only="hans-packs" hidden>简体</span>'
        '<span data-only="hant-packs" hidden>繁体</span>'
    )
    site = site_of(tmp_path / "site", index=links)
    write_edition(site, tmp_path / "one")
    text = (tmp_path / "one" / "hant" / "index.html").read_text("utf-8")
    assert 'href="../packs/b-1.pdf"' in text
    assert 'data-file="packs/b-1.pdf"' in text
    assert '<span data-only="hans-packs">簡體</span>' in text
    assert '<span data-only="hant-packs" hidden>' in text
    write_edition(site, tmp_path / "two", packs=frozenset({"packs/b-1.pdf"}))
    text = (tmp_path / "two" / "hant" / "index.html").read_text("utf-8")
    assert 'href="packs/b-1.pdf"' in text
    assert 'href="../packs/c.pdf"' in text
    assert 'data-file="hant/packs/b-1.pdf"' in text
    assert 'data-absent="packs/c.pdf"' in text
    assert '<span data-only="hans-packs" hidden>' in text
    assert '<span data-only="hant-packs">繁體</span>' in text
    assert not (tmp_path / "two" / "hant" / "packs").exists()
