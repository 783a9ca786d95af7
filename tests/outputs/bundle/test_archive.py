"""The zip: same bytes, order, safe names, checksums; the policy; the page that opens it."""

from __future__ import annotations

import hashlib
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model import Library
from generator.outputs.bundle.archive import check_name, checksums, write_archive
from generator.outputs.bundle.start import Counts, start_page
from generator.outputs.shared.library_moment import EARLIEST, moment
from generator.outputs.shared.network_policy import CHARSET, with_policy

FILES = {"b/c.html": "二".encode(), "a.css": b"p{}" * 500, "d.pdf": b"%PDF" * 500}
STAMP = (2021, 6, 1, 0, 0, 0)


def test_same_files_same_bytes_whatever_their_order(tmp_path: Path) -> None:
    first = write_archive(tmp_path / "1.zip", FILES, STAMP)
    second = write_archive(tmp_path / "2.zip", dict(reversed(FILES.items())), STAMP)
    assert first == second
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()
    assert first.size == (tmp_path / "1.zip").stat().st_size
    assert first.sha256 == hashlib.sha256((tmp_path / "1.zip").read_bytes()).hexdigest()


def test_what_is_in_it(tmp_path: Path) -> None:
    write_archive(tmp_path / "1.zip", FILES, STAMP)
    with zipfile.ZipFile(tmp_path / "1.zip") as archive:
        assert archive.testzip() is None
        entries = archive.infolist()
        assert {each.filename: archive.read(each) for each in entries} == FILES
    assert [each.filename for each in entries] == sorted(FILES)
    assert {each.date_time for each in entries} == {STAMP}
    assert {each.external_attr >> 16 for each in entries} == {0o100644}
    sizes = {each.filename: each.compress_size < each.file_size for each in entries}
    assert sizes == {"a.css": True, "b/c.html": False, "d.pdf": False}


@pytest.mark.parametrize(
    "name",
    [
        "目录/a.html",
        "a" * 121,
        "a/../b",
        "a//b",
        "con.txt",
        "x/LPT1",
        "a:b",
        "a?.html",
        "a./b",
        "a\n",
    ],
)
def test_names_that_some_system_cannot_hold(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"."):
        check_name(name)
    with pytest.raises(ValueError, match=r"."):
        write_archive(tmp_path / "1.zip", {name: b""}, STAMP)


def test_names_that_differ_in_case_only_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="one file on Windows"):
        write_archive(tmp_path / "1.zip", {"A.html": b"", "a.html": b""}, STAMP)


def test_the_checksums_are_those_that_sha256sum_reads() -> None:
    lines = checksums(FILES).decode("ascii").splitlines()
    assert lines == sorted(lines, key=lambda line: line.split("  ")[1])
    for line in lines:
        value, name = line.split("  ")
        assert hashlib.sha256(FILES[name]).hexdigest() == value


def test_the_time_is_of_the_content_or_asked_for(law: Library) -> None:
    assert moment(law, {"SOURCE_DATE_EPOCH": "1622505600"}) == (2021, 6, 1, 0, 0, 0)
    assert moment(law, {"SOURCE_DATE_EPOCH": "0"}) == EARLIEST
    dated = [each.edition.base.published for each in law.collations]
    expected = "-".join(f"{each:02}" for each in moment(law, {})[:3])
    assert expected == (max(dated) or "1980-01-01")
    assert moment(replace(law, collations=()), {}) == EARLIEST


def test_the_policy_stands_before_anything_can_be_fetched() -> None:
    page = with_policy(b"<head>" + CHARSET + b'<link href="a.css">')
    assert page.index(b"Content-Security-Policy") < page.index(b"<link")
    assert b"default-src 'none'" in page
    with pytest.raises(ValueError, match="character set"):
        with_policy(b"<head><title>x</title>")


def test_the_policy_names_no_network_scheme() -> None:
    policy = re.search(rb'content="([^"]+)"', with_policy(CHARSET))
    assert policy
    sources = set(re.findall(rb"[^ ;]+:", policy[1]))
    assert sources == {b"file:", b"data:", b"blob:"}
    assert b"*" not in policy[1]


def test_the_first_page_names_only_what_is_there(law: Library) -> None:
    bare = start_page(law, Counts(3, 1_572_864), frozenset({"index.html"})).decode()
    assert re.findall(r'href="([^"]+)"', bare) == ["data:,", "index.html"]
    assert "3个文件，1.5 MB" in bare
    assert "<script" not in bare
    full = start_page(law, Counts(3, 1), frozenset({"hant/index.html", "downloads.html"})).decode()
    assert re.findall(r'href="([^"]+)"', full)[2:] == ["hant/index.html", "downloads.html"]


def test_a_title_cannot_run_on_the_first_page(law: Library) -> None:
    hostile = replace(law, title="<script>alert(1)</script>")
    assert b"<script" not in start_page(hostile, Counts(1, 1), frozenset())
