"""terms --suggest: terms proposed as YAML, printed or appended to terms.yml."""

from __future__ import annotations

import shutil
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from generator.content.curated_files import read_curated
from generator.model import Term
from tests.conftest import PROJECT, called

DAY_CARE = PROJECT / "tests" / "libraries" / "tuoyu"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library whose terms.yml is a comment."""
    return Path(shutil.copytree(DAY_CARE, tmp_path / "库"))


def suggest(folder: Path, *more: str) -> CompletedProcess[str]:
    cache = folder.parent / "cache"
    return called("terms", "--suggest", "--content", folder, "--cache", cache, *more)


def names(terms: tuple[Term, ...]) -> list[str]:
    return [each.name for each in terms]


def test_what_is_printed_is_a_terms_yml(folder: Path) -> None:
    done = suggest(folder)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert (folder / "terms.yml").read_text("utf-8") == "# 还没有词条。\n"
    (folder / "terms.yml").write_text(done.stdout, "utf-8")
    terms = {each.name: each for each in read_curated(folder).terms}
    assert terms["托育服务责任保险"].aliases == ("托责险",)
    assert terms["托育消费券"].related == ("过期作废",)
    assert terms["巡回指导员"].kind == "机构"


def test_comments_say_where_each_stands_in_the_order_of_articles(folder: Path) -> None:
    lines = suggest(folder).stdout.splitlines()
    at = lines.index("- name: 托育消费券")
    assert lines[at + 1] == "  # 见于第九条；3篇报告（beishan、dongcun、nanhe）4句"
    assert "    - 巡回指导员队伍  # 第十条" in lines
    assert "    - 托责险  # 2篇报告（beishan、nanhe）3句" in lines
    headings = [line for line in lines if line.startswith("# --- ")]
    assert len(headings) == len(set(headings))
    assert headings.index("# --- 第五条 ---") < headings.index("# --- 第十条 ---")


@pytest.mark.parametrize("text", ["", "\n", "# 只有说明\n", "\ufeff# 说明\r\n", None])
def test_empty_or_comments_alone_is_no_error(text: str | None, folder: Path) -> None:
    path = folder / "terms.yml"
    path.unlink()
    if text is not None:
        path.write_bytes(text.encode())
    assert read_curated(folder).terms == ()
    before = path.read_bytes() if text is not None else b""
    done = suggest(folder, "--write", "--count", "3")
    assert done.returncode == 0, done.stderr
    assert path.read_bytes().startswith(before)
    assert len(read_curated(folder).terms) == 3


HAND_MADE = """\
# 手工编写
- name: 托育消费券   # 常用
  aliases: [消费券]
  gloss: 发给低收入家庭。"""


@pytest.mark.parametrize(
    "text",
    [
        HAND_MADE,
        HAND_MADE + "\n",
        HAND_MADE.replace("\n", "\r\n") + "\r\n",
        HAND_MADE.replace("\n", "\n  ").replace("# 手工", "# 手工"),  # entries two blanks in
        "\ufeff" + HAND_MADE + "\n",
    ],
)
def test_what_stands_there_stays_and_is_not_proposed_again(text: str, folder: Path) -> None:
    path = folder / "terms.yml"
    path.write_bytes(text.encode())
    [hand_made] = read_curated(folder).terms
    done = suggest(folder, "--write", "--count", "5")
    assert done.returncode == 0, done.stderr
    assert "末尾添上了 5 个词条" in done.stdout
    body = path.read_bytes()
    assert body.startswith(text.encode())
    assert (b"\r\n" in body) is (body.count(b"\n") == body.count(b"\r\n"))
    first, *added = read_curated(folder).terms
    assert first == hand_made
    assert len(added) == 5
    assert "托育消费券" not in names(tuple(added))


def test_written_twice_the_second_are_others(folder: Path) -> None:
    assert suggest(folder, "--write", "--count", "4").returncode == 0
    once = read_curated(folder).terms
    assert suggest(folder, "--write", "--count", "4").returncode == 0
    twice = read_curated(folder).terms
    assert twice[:4] == once
    assert len(set(names(twice))) == 8


def test_whole_lines_may_be_deleted(folder: Path) -> None:
    assert suggest(folder, "--write").returncode == 0
    path = folder / "terms.yml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("    - ")), "utf-8")
    terms = read_curated(folder).terms
    assert "托育消费券" in names(terms)
    assert {(each.aliases, each.related, each.hints) for each in terms} == {((), (), ())}
    status = called("status", "--content", folder, "--cache", folder.parent / "cache")
    assert status.returncode == 0, status.stderr


def test_a_list_in_brackets_is_left_alone(folder: Path) -> None:
    path = folder / "terms.yml"
    path.write_text("[{name: 托育消费券}]\n", "utf-8")
    done = suggest(folder, "--write")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "接不上" in done.stderr
    assert path.read_text("utf-8") == "[{name: 托育消费券}]\n"
    assert not list(folder.glob(".*"))


def test_a_list_that_is_closed_is_left_alone(folder: Path) -> None:
    path = folder / "terms.yml"
    path.write_text("- name: 托育消费券\n...\n", "utf-8")
    done = suggest(folder, "--write")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert path.read_text("utf-8") == "- name: 托育消费券\n...\n"
    assert not list(folder.glob(".*"))


@pytest.mark.parametrize("arguments", [("--count", "0"), ("--count", "-3"), ("--count", "几个")])
def test_a_count_that_is_none_is_refused(arguments: tuple[str, str], folder: Path) -> None:
    done = suggest(folder, *arguments)
    assert done.returncode == 2
    assert "--count" in done.stderr
    assert "Traceback" not in done.stderr


def test_where_nothing_is_left_it_says_so(folder: Path) -> None:
    for _ in range(6):
        done = suggest(folder, "--write", "--count", "500")
        assert done.returncode == 0, done.stderr
        if done.stdout.startswith("#"):
            break
    before = (folder / "terms.yml").read_bytes()
    done = suggest(folder, "--write")
    assert done.returncode == 0
    assert done.stdout.startswith("# 没有可以提出的词条")
    assert (folder / "terms.yml").read_bytes() == before
