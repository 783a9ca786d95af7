"""Bad input: one line that says what to mend, exit 2, and the last good build untouched."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli.main import main
from tests.conftest import called

Spoil = Callable[[Path], object]


def _remove(content: Path) -> None:
    for path in sorted(content.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()


def _remove_folder(content: Path) -> None:
    _remove(content)
    content.rmdir()


def _no_sources(content: Path) -> None:
    for path in (content / "sources").iterdir():
        path.unlink()


def _append(name: str, text: str) -> Spoil:
    def spoil(content: Path) -> None:
        path = content / name
        old = path.read_text("utf-8") if path.is_file() else ""
        path.write_text(old + text, "utf-8")

    return spoil


def _replace(name: str, old: str, new: str) -> Spoil:
    def spoil(content: Path) -> None:
        text = (content / name).read_text("utf-8")
        assert old in text
        (content / name).write_text(text.replace(old, new), "utf-8")

    return spoil


def _two_pieces(content: Path) -> None:
    body = "按照要求，我社区认真落实，现将公共阅览室开放的有关情况报告如下，请予审阅。" * 3
    (content / "sources" / "xihe.txt").write_text(f"汇总\n篇一\n{body}\n篇二\n{body}", "utf-8")
    (content / "sources" / "xihe-2.txt").write_text(body, "utf-8")


def _bytes(name: str, data: bytes) -> Spoil:
    return lambda content: (content / name).write_bytes(data)


def _link(name: str, to: str) -> Spoil:
    return lambda content: (content / name).symlink_to(to)


def _second_base(content: Path) -> None:
    text = (content / "library.yml").read_text("utf-8")
    base = text[text.index("  - id: tiaoli") :]
    (content / "library.yml").write_text(text + base.replace("tiaoli", "other"), "utf-8")


CASES: list[tuple[str, Spoil, str]] = [
    ("no folder", _remove_folder, "没有这个内容文件夹"),
    ("empty folder", _remove, "缺少 library.yml"),
    ("no sources", _no_sources, "没有来源文件"),
    ("empty source", _bytes("sources/a.txt", b""), "空"),
    ("blank source", _bytes("sources/a.txt", b" \n\n"), "空"),
    ("binary source", _bytes("sources/a.txt", bytes(range(256)) * 9), "a.txt"),
    ("folder among sources", lambda c: (c / "sources/sub").mkdir(), "只放文件"),
    ("dangling link", _link("sources/a.txt", "nowhere.txt"), "a.txt"),
    ("link to the outside", _link("sources/a.txt", "/etc/hostname"), "之外"),
    ("dangling curated file", _link("terms.yml", "nowhere.yml"), "terms.yml"),
    ("curated file from outside", _link("terms.yml", "/etc/hostname"), "之外"),
    ("control character in a name", _bytes("sources/a\nb.txt", b"x"), "请改名"),
    ("wrong YAML", _append("library.yml", "x: [1, 2\n"), "library.yml"),
    ("tab in YAML", _append("library.yml", "\tx: 1\n"), "library.yml"),
    ("not a mapping", _bytes("library.yml", b"- a\n- b\n"), "键: 值"),
    ("empty library.yml", _bytes("library.yml", b""), "键: 值"),
    ("YAML not UTF-8", _bytes("library.yml", "title: 条例".encode("gb18030")), "UTF-8"),
    ("YAML with NUL", _bytes("library.yml", b"title: \x00"), "library.yml"),
    ("YAML too deep", _bytes("library.yml", b"[" * 5000), "library.yml"),
    ("YAML reference", _append("library.yml", "subtitle: &a x\nmarkers: [*a]\n"), "引用"),
    ("misspelt key", _replace("library.yml", "short_title", "short_titel"), "short_titel"),
    ("unknown key", _append("library.yml", "tittle: x\n"), "tittle"),
    ("duplicate key", _append("library.yml", "title: 又一个\n"), "两次"),
    ("missing key", _replace("library.yml", "title: 公共阅览室条例知识库\n", ""), "缺少这个键"),
    ("empty title", _replace("library.yml", "公共阅览室条例知识库", '""'), "不能为空"),
    ("wrong type", _replace("library.yml", "公共阅览室条例知识库", "[a, b]"), "title"),
    ("bad identifier", _replace("library.yml", "id: tiaoli", "id: ../x"), "小写字母"),
    ("reserved identifier", _replace("library.yml", "id: tiaoli", "id: reports"), "reports"),
    ("duplicate id", _append("library.yml", "  - {id: tiaoli, title: 甲, short_title: 乙}\n"), "2"),
    ("no bases", _bytes("library.yml", b"title: x\nbases: []\n"), "至少要有一项"),
    ("base not found", _replace("library.yml", "title: 云溪市公共阅览室", "title: 别处"), "别处"),
    ("two bases, one witness", _second_base, "tiaoli"),
    ("path that leaves", _append("library.yml", "sources: {../../x.txt: {drop: true}}\n"), "越出"),
    ("unknown source", _append("library.yml", "sources: {nil.txt: {drop: true}}\n"), "nil.txt"),
    ("no such day", _replace("library.yml", "2019-09-26", "2019-09-31"), "没有这个日期"),
    ("no date", _replace("library.yml", "2019-09-26", "某年"), "library.yml:9: bases.0.adopted"),
    (
        "no such annex",
        _replace("library.yml", "    adopted", "    annexes: [附表九]\n    adopted"),
        "附表九",
    ),
    (
        "choice for no base",
        _append("library.yml", "editorial: {nil: {5: xihe}}\n"),
        "editorial.nil",
    ),
    ("choice for no article", _append("library.yml", "editorial: {tiaoli: {99: tiaoli}}\n"), "99"),
    (
        "erratum without after",
        _append("errata.yml", "- {source: a, before: b, reason: c}\n"),
        "after",
    ),
    (
        "erratum of nothing",
        _append("errata.yml", "- {source: a, before: b, after: b, reason: c}\n"),
        "相同",
    ),
    ("bad kind", _append("library.yml", "sources: {xihe.txt: {kind: essay}}\n"), "kind"),
    (
        "no such download",
        _append("library.yml", "downloads: [zip, rar]\n"),
        "downloads.1：没有这一项；可写 zip（离线包）、single（单页版）",
    ),
    ("downloads of no list", _append("library.yml", "downloads: {zip: true}\n"), "downloads"),
    ("misspelt curated file", _append("term.yml", "- name: 甲\n"), "term.yml"),
    ("duplicate term", _append("terms.yml", "- name: 甲\n- name: 甲\n"), "甲"),
    (
        "erratum for no source",
        _append("errata.yml", "- {source: n, before: a, after: c, reason: b}\n"),
        "n",
    ),
    ("page name", _bytes("pages/Über uns.md", b"# x\n"), "文件名"),
    ("page name taken", _bytes("pages/index.md", b"# x\n"), "index"),
    ("page not UTF-8", _bytes("pages/help.md", "帮助".encode("gb18030")), "UTF-8"),
    ("page name in capitals", _bytes("pages/START.md", b"# x\n"), "文件名"),
    ("page name of the starter", _bytes("pages/start.md", b"# x\n"), "start"),
    ("page name of the lost page", _bytes("pages/404.md", b"# x\n"), "404"),
    ("page name of a sheet", _bytes("pages/coverage-2.md", b"# x\n"), "coverage-2"),
    ("page name of a device", _bytes("pages/con.md", b"# x\n"), "Windows"),
    ("long page name", _bytes(f"pages/{'a' * 200}.md", b"# x\n"), "最多40个"),
    ("identifier of a device", _replace("library.yml", "id: tiaoli", "id: aux"), "Windows"),
    ("long identifier", _replace("library.yml", "id: tiaoli", f"id: {'a' * 300}"), "最多40个"),
    ("long name", _replace("library.yml", "name: yuelanshi", f"name: {'a' * 300}"), "最多40个"),
    (
        "identifier of an article",
        _append("library.yml", "  - {id: tiaoli-2, title: 甲, short_title: 乙}\n"),
        "相混",
    ),
    ("NUL in a key", _append("library.yml", 'sources: {"a\\0b": {drop: true}}\n'), "不能显示"),
    (
        "NUL in words",
        _replace("library.yml", "title: 公共", 'subtitle: "a\\0b"\ntitle: 公共'),
        "不能",
    ),
    (
        "long source name",
        _append("library.yml", f"sources: {{{'长' * 300}: {{drop: true}}}}\n"),
        "300个字",
    ),
    ("no year", _replace("library.yml", "2019-10-08", "99999-01-01"), "没有这个日期"),
    ("raised figure", _replace("library.yml", "2019-10-08", "2019-10-²"), "没有这个日期"),
    ("case twins", _append("sources/Xihe.txt", "另一个报告。\n" * 9), "xihe"),
    ("one id, two pieces", _two_pieces, "xihe-2"),
    ("page of brackets", _append("pages/help.md", "\n" + "[" * 5000 + "\n"), "help.md"),
    ("one id, two files", _append("sources/XIHE.md", "另一个报告。\n" * 9), "xihe"),
]


@pytest.fixture
def last_good(tmp_path: Path) -> Path:
    """A folder with what looks like a finished build."""
    for name in ("site", "dist"):
        (tmp_path / name).mkdir()
        (tmp_path / name / ".outputs.json").write_text('{"data": ["good"]}')
        (tmp_path / name / "good").write_text("good")
    return tmp_path


def _state(folder: Path) -> list[tuple[str, bytes]]:
    names = [*(folder / "site").rglob("*"), *(folder / "dist").rglob("*")]
    return sorted((str(path), path.read_bytes()) for path in names)


@pytest.mark.parametrize(("spoil", "said"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_one_line_and_nothing_touched(
    law_folder: Path,
    last_good: Path,
    spoil: Spoil,
    said: str,
    capfd: pytest.CaptureFixture[str],
) -> None:
    spoil(law_folder)
    before = _state(last_good)
    status = main(
        [
            *("build", "--content", str(law_folder), "--cache", str(last_good / "cache")),
            *("--site", str(last_good / "site"), "--dist", str(last_good / "dist")),
        ]
    )
    lines = capfd.readouterr().err.splitlines()
    assert status == 2
    assert len(lines) == 1, lines
    assert said in lines[0]
    assert "Traceback" not in lines[0]
    assert _state(last_good) == before
    assert not [path for path in last_good.iterdir() if path.name.startswith(".")]


def test_targets_that_are_not_ours_are_refused(
    law_folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "holiday").mkdir()
    (tmp_path / "holiday" / "photo.jpg").write_bytes(b"x")
    places = {"cache": tmp_path / "cache", "dist": tmp_path / "dist", "content": law_folder}
    for site in (law_folder, law_folder / "sources", tmp_path / "holiday", tmp_path):
        options = [f"--{name}={path}" for name, path in {**places, "site": site}.items()]
        assert main(["build", *options]) == 2
        assert len(capfd.readouterr().err.splitlines()) == 1
    assert (tmp_path / "holiday" / "photo.jpg").is_file()
    assert (law_folder / "library.yml").is_file()


def test_usage_errors_exit_2() -> None:
    for arguments in ([], ["bild"], ["build", "--only", "everything"]):
        assert called(*arguments).returncode == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_source(law_folder: Path, tmp_path: Path) -> None:
    (law_folder / "sources" / "xihe.txt").chmod(0)
    done = called("status", "--content", law_folder, "--cache", tmp_path / "cache")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
