"""build, as a person runs it."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.build import staging
from generator.build.memo import files_digest
from generator.cli.main import main
from generator.model import Library
from generator.outputs import registry
from generator.outputs.registry import OUTPUTS, Output
from generator.outputs.shared.render_context import Context
from tests.conftest import LAW, PROJECT, Built, generator

HELD = (".outputs.json",)
DATA = next(each for each in OUTPUTS if each.name == "data")


def _build(folder: Path, *more: str | Path) -> subprocess.CompletedProcess[str]:
    return generator(*_arguments(folder), *more)


def _arguments(folder: Path) -> list[str]:
    content = folder / "content" if (folder / "content").is_dir() else LAW
    return [
        *("build", "--content", str(content), "--cache", str(folder / "cache")),
        *("--site", str(folder / "site"), "--dist", str(folder / "dist")),
    ]


def _title(data: Path) -> str:
    title: str = json.loads((data / "edition.json").read_text("utf-8"))["short_title"]
    return title


def _set_title(folder: Path, title: str) -> None:
    path = folder / "content" / "library.yml"
    lines = path.read_text("utf-8").splitlines()
    kept = [line for line in lines if not line.strip().startswith("short_title")]
    kept.insert(kept.index("  - id: tiaoli") + 1, f"    short_title: {title}")
    path.write_text("\n".join(kept) + "\n", "utf-8")


def test_every_output_leaves_something(built_law: Built) -> None:
    left = {
        name
        for target in (built_law.site, built_law.dist)
        for name, files in staging.read_manifest(target).items()
        if files
    }
    elsewhere = {"parquet", "revisions"}  # want pyarrow, and a document with two versions
    assert left | elsewhere == {each.name for each in OUTPUTS}


def test_the_manifest_names_every_file(built_law: Built) -> None:
    for target in (built_law.site, built_law.dist):
        named = {path for files in staging.read_manifest(target).values() for path in files}
        assert {*named, *HELD} == set(staging.list_files(target))


@pytest.fixture
def two_outputs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the builds of this process small: the data, and one page."""

    def render(library: Library, context: Context) -> None:
        (context.site / "page.html").write_text(library.collations[0].edition.base.short_title)

    monkeypatch.setattr(registry, "OUTPUTS", (DATA, Output("page", "一页", render)))


@pytest.mark.usefixtures("two_outputs")
def test_unchanged_is_left_alone_and_touched_is_mended(
    law_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = law_folder.parent

    def rebuilt(*more: str) -> bool:
        assert main([*_arguments(folder), *more]) == 0
        return "没有变化" not in capsys.readouterr().out

    assert rebuilt()
    before = (folder / "site").stat().st_ino
    assert not rebuilt()
    assert (folder / "site").stat().st_ino == before
    assert rebuilt("--force")
    (folder / "site" / "data" / "links.json").unlink()
    assert rebuilt()
    assert (folder / "site" / "data" / "links.json").is_file()
    with (law_folder / "sources" / "xihe.txt").open("a") as file:
        file.write("4. 书刊阅览和外借应当免费。\n")
    assert rebuilt()
    assert not rebuilt()


@pytest.mark.usefixtures("two_outputs")
def test_only_one_output_keeps_the_others(law_folder: Path) -> None:
    folder = law_folder.parent
    assert main(_arguments(folder)) == 0
    before = staging.list_files(folder / "site")
    _set_title(folder, "《新名》")
    assert main([*_arguments(folder), "--only", "data"]) == 0
    assert staging.list_files(folder / "site") == before
    assert (folder / "site" / "page.html").read_text() == "《条例》"
    assert _title(folder / "site" / "data") == "《新名》"
    assert main(_arguments(folder)) == 0
    assert (folder / "site" / "page.html").read_text() == "《新名》"


def _edit_a_report(content: Path) -> None:
    path = content / "sources" / "xihe.txt"
    text = path.read_text("utf-8").replace("三、处理意见", "三、处理㊁意见")  # a rare character
    path.write_text(text + "另外，书刊阅览和外借应当免费，读者的借阅记录不得泄露。\n", "utf-8")


def _add_a_report_and_drop_another(content: Path) -> None:
    old = content / "sources" / "dongqiao.txt"
    text = old.read_text("utf-8")
    (content / "sources" / "nanshan.txt").write_text(text.replace("东桥", "南山"), "utf-8")
    old.unlink()


def _decide(content: Path) -> None:
    (content / "terms.yml").write_text(
        "- name: 押金\n  aliases: [借书保证金]\n  gloss: 借书时交的钱。\n", "utf-8"
    )
    (content / "links.yml").write_text(
        "- decision: add\n  report: xihe\n  words: 藏书四千册\n  article: 3\n", "utf-8"
    )
    page = content / "pages" / "about.md"
    page.write_text(page.read_text("utf-8") + "\n## 用法\n\n先看条文，后看材料。\n", "utf-8")
    path = content / "library.yml"
    path.write_text(path.read_text("utf-8").replace("知识库", "资料库"), "utf-8")


def test_whatever_has_changed_a_rebuild_equals_a_build_from_nothing(law_folder: Path) -> None:
    folder = law_folder.parent
    assert main(_arguments(folder)) == 0
    seen = []
    for changes in ((_decide, _edit_a_report), (_add_a_report_and_drop_another,)):
        for change in changes:
            change(law_folder)
            before = _places(folder / "site")
            assert main(_arguments(folder)) == 0
            after = _places(folder / "site")
            same = {name for name in before if before[name][0] == after.get(name, ("",))[0]}
            assert [name for name in same if before[name] != after[name]] == []  # not written again
            assert same
        nothing = [f"--{name}={folder / 'new' / name}" for name in ("cache", "site", "dist")]
        assert main(["build", "--content", str(law_folder), *nothing]) == 0
        for name in ("site", "dist"):
            assert _differing(folder / name, folder / "new" / name) == [], change.__name__
        seen.append(files_digest(folder, ("site", "dist")))
        entries = {path.name for path in (folder / "cache").rglob("*") if path.is_file()}
        others = {path.name for path in (folder / "new" / "cache").rglob("*") if path.is_file()}
        assert entries == others  # nothing is kept that this build did not ask for
        shutil.rmtree(folder / "new")
    assert len(set(seen)) == 2


def _places(folder: Path) -> dict[str, tuple[str, int, int]]:
    """Return of each file the digest of its bytes, its time, and its place on the disk."""
    found = {}
    for name in staging.list_files(folder):
        state = (folder / name).stat()
        found[name] = files_digest(folder, (name,)), state.st_mtime_ns, state.st_ino
    return found


def _differing(one: Path, other: Path) -> list[str]:
    names = {*staging.list_files(one), *staging.list_files(other)}
    return sorted(
        name for name in names if files_digest(one, (name,)) != files_digest(other, (name,))
    )


def test_killed_at_any_moment_the_last_good_build_stands(law_folder: Path) -> None:
    folder = law_folder.parent
    chance = random.Random(25)
    start = time.monotonic()
    assert _build(folder, "--only", "data").returncode == 0
    length = time.monotonic() - start
    whole = {files_digest(folder / "site", (".",))}
    for round_number in range(5):
        _set_title(folder, f"《第{round_number}次》")
        with subprocess.Popen(
            [sys.executable, "-m", "generator", *_arguments(folder), "--only", "data"],
            cwd=PROJECT,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        ) as process:
            time.sleep(chance.uniform(0.5, 1.05) * length)
            os.killpg(process.pid, signal.SIGKILL)
        found = files_digest(folder / "site", (".",))
        named = [path for each in staging.read_manifest(folder / "site").values() for path in each]
        assert {*named, *HELD} == set(staging.list_files(folder / "site"))
        if found not in whole:
            assert _title(folder / "site" / "data") == f"《第{round_number}次》"
            whole.add(found)
    done = _build(folder, "--only", "data")
    assert done.returncode == 0
    assert not [path.name for path in folder.iterdir() if path.name.startswith(".")]


def test_a_bug_is_one_line_with_a_log_and_leaves_the_build_alone(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from generator.outputs import registry\n"
        "from generator.outputs.registry import *\n"
        "def broken(library, context):\n    raise KeyError('bug')\n"
        "data = [each for each in OUTPUTS if each.name == 'data']\n"
        "registry.OUTPUTS = (*data, Output('x', 'x', broken))\n"
        "from generator.cli.main import main\nsys.exit(main(sys.argv[1:]))\n"
    )
    assert _build(tmp_path, "--only", "data").returncode == 0
    before = files_digest(tmp_path / "site", (".",))
    for jobs in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code, *_arguments(tmp_path), "--jobs", jobs],
            cwd=PROJECT,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "TMPDIR": str(tmp_path)},
        )
        assert done.returncode == 70
        assert "KeyError: 'bug'" in done.stderr
        assert len(done.stderr.splitlines()) == 1
        (log,) = tmp_path.glob("zhishiku-*.log")
        assert str(log) in done.stderr
        assert "Traceback" in log.read_text("utf-8")
        log.unlink()
        assert files_digest(tmp_path / "site", (".",)) == before
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_preparing_starts_no_thread_that_a_fork_would_lose(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from generator.build.memo import DiskMemo\n"
        "from generator.outputs.registry import OUTPUTS\n"
        "for each in OUTPUTS:\n    each.prepare(DiskMemo(Path(sys.argv[1])))\n"
        "print(len(os.listdir('/proc/self/task')))\n"
    )
    free = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
    for _ in range(2):  # with nothing known, and with all of it
        done = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)],
            cwd=PROJECT,
            env=free,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.stdout, done.stderr) == ("1\n", "")
