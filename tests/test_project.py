"""The project as a whole: what it says of itself, what must not be in it, its two commands."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import tomllib
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from generator.cli.main import main
from generator.content import load_content
from tests.conftest import CONTENT, LAW, PROJECT, Built, called, differing, generator

README = (PROJECT / "README.md").read_text("utf-8")
BINARY = {f".{each}" for each in ("png", "jpg", "pdf", "ofd", "docx", "woff2", "ttf", "otf")} | {
    f".{each}" for each in ("xlsx", "npz", "gz", "ico")
}


def _tracked() -> list[Path]:
    done = subprocess.run(
        ["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip("not a git checkout")
    return [PROJECT / name for name in done.stdout.split("\0") if name]


def _commands() -> list[str]:
    """Return the lines of the shell blocks of README.md, and the commands of its table."""
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    lines = [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line] + re.findall(r"^\| `([^`]+)` \|", README, re.MULTILINE)


def _targets() -> set[str]:
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    return set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


def test_readme_names_make_targets_that_exist() -> None:
    named = {line.split()[1] for line in _commands() if re.match(r"make \w", line)}
    assert named >= {"test", "check", "review", "serve", "bench", "status"}
    assert named <= _targets()
    for target in sorted(named):
        done = subprocess.run(
            ["make", "--dry-run", target], cwd=PROJECT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


def test_readme_commands_run(tmp_path: Path, law_folder: Path) -> None:
    """Every generator command of the README runs, on a copy of the law and on nothing else."""
    before = {path: path.read_bytes() for path in sorted(CONTENT.glob("*.yml"))}
    ran = 0
    for line in _commands():
        command, *arguments = shlex.split(line)
        if Path(command).name != "zhishiku" or {"--help", "mcp", "merge"} & set(arguments):
            continue  # what waits for another program, and what wants filled tables: tests/cli
        if arguments == ["draft", "FILE"]:
            shutil.copy(LAW / "sources" / "xihe.txt", tmp_path / "稿子.txt")
            arguments = ["draft", str(tmp_path / "稿子.txt")]
        if arguments[0] == "add":
            shutil.copy(LAW / "sources" / "xihe.txt", tmp_path / "报告.txt")
            arguments = ["add", str(tmp_path / "报告.txt")]
        if arguments[0] == "build":
            arguments += ["--only", "data"]
            arguments += [f"--site={tmp_path}/site", f"--dist={tmp_path}/dist"]
        known = ["--content", str(law_folder), "--cache", str(tmp_path / "cache")]
        assert main([*arguments, *known]) == 0, line
        ran += 1
    assert ran >= 3
    assert {path: path.read_bytes() for path in sorted(CONTENT.glob("*.yml"))} == before


def test_readme_examples_are_valid(law_folder: Path) -> None:
    declared, library, packs, downloads = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    (law_folder / "library.yml").write_text(library + packs + downloads, "utf-8")
    assert load_content(law_folder).downloads == ("zip", "single")
    assert load_content(law_folder).packs.page_number == "第1页 共N页"
    assert load_content(law_folder).name == "yuelanshi"
    real = shutil.copytree(CONTENT, law_folder.parent / "real")
    own = (real / "library.yml").read_text("utf-8").split("\nsources:")[0]
    (real / "library.yml").write_text(own + "\n" + declared, "utf-8")
    assert load_content(real).cleaning.declared["000-4"].drop


def test_readme_links_lead_somewhere() -> None:
    for place in [*re.findall(r"\]\(([^)#:]+)\)", README)]:
        assert (PROJECT / place).exists(), place
    records = (PROJECT / "docs/decisions/README.md").read_text("utf-8")
    named = set(re.findall(r"\]\((\d{4}-[^)]+)\)", records))
    assert named == {path.name for path in (PROJECT / "docs/decisions").glob("[0-9]*.md")}


def test_every_promise_names_a_test_that_exists() -> None:
    rows = (PROJECT / "docs/promises.md").read_text("utf-8")
    named = re.findall(r"`(tests/[^`:]+)(?:::(\w+))?`", rows)
    assert len(named) > 20
    for path, name in named:
        text = (PROJECT / path).read_text("utf-8")
        assert not path.endswith(".py") or f"def {name or 'test_'}" in text, (path, name)


FORBIDDEN = re.compile(
    "|".join(
        [
            r"files\.python" + r"hosted\.org",
            r"py" + r"pi\.org",
            r"registry\.npm" + r"js",
            r"--index" + r"-url [^\\]",
            r"--trusted" + r"-host [^\\]",
            r"(?<![\w.-])/(?:work|root|home)/\w",
            r"(?<![\w.-])/tmp/\w",
        ]
    )
)


def test_nothing_of_one_machine_is_in_the_repository() -> None:
    found = []
    for path in _tracked():
        inside = path.relative_to(PROJECT).as_posix()
        if path.suffix in BINARY or not path.is_file() or inside.startswith("content/sources/"):
            continue
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if FORBIDDEN.search(line):
                found.append(f"{inside}:{number}: {line.strip()[:80]}")
    assert found == []


def _wanted(name: str) -> list[str]:
    """Return the rows, reasons included, that say what a list of locked packages is made of."""
    if name == "requirements":
        text = (PROJECT / "pyproject.toml").read_text("utf-8")
        (block,) = re.findall(r"^dependencies = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)
        rows = [line.strip().lstrip('"').replace('",', "") for line in block.splitlines()]
        declared = tomllib.loads(text)["project"]["dependencies"]
        assert [row.split("#")[0].strip() for row in rows] == declared
        return rows
    lines = (PROJECT / f"{name}.in").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-"))]


def test_requirements_are_locked_with_a_reason_each() -> None:
    for name in ("requirements", "requirements-test", "requirements-bench"):
        lock = (PROJECT / f"{name}.txt").read_text("utf-8")
        rows = _wanted(name)
        assert rows
        assert all("# " in row for row in rows)
        for row in rows:
            wanted = Requirement(row.split("#")[0].strip())
            package = re.escape(canonicalize_name(wanted.name))
            (locked,) = re.findall(rf"^{package}==(\S+)", lock, re.MULTILINE)
            assert wanted.specifier.contains(locked), row
        assert lock.count("==") <= lock.count("--hash=sha256:")


def test_what_builds_the_package_is_locked_too() -> None:
    """So that a second `make` on a machine without network can install the package again."""
    asked = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["build-system"]
    lock = (PROJECT / "requirements.txt").read_text("utf-8")
    for each in map(Requirement, asked["requires"]):
        (locked,) = re.findall(rf"^{each.name}==(\S+)", lock, re.MULTILINE)
        assert each.specifier.contains(locked)


def test_every_package_runs_on_the_oldest_python() -> None:
    """Debian 12 brings Python 3.11.2; a package that asks for more can't be installed there."""
    asked = {
        each.metadata["Name"]: each.metadata["Requires-Python"] or "" for each in distributions()
    }
    assert len(asked) > 30
    assert [name for name, asks in asked.items() if "3.11.2" not in SpecifierSet(asks)] == []


def test_ci_runs_make_test() -> None:
    run = PROJECT / ".ci" / "run"
    assert os.access(run, os.X_OK)
    assert run.read_text("utf-8").splitlines()[-1] == "exec make test </dev/null"


@pytest.mark.parametrize("content", [CONTENT, LAW], ids=["real", "law"])
def test_two_builds_have_the_same_bytes(
    content: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Another working folder, hash seed, time zone and language, another order of work."""
    known: Built = request.getfixturevalue("built" if content is CONTENT else "built_law")
    done = generator(
        *("build", "--content", content, "--site", tmp_path / "site", "--dist", tmp_path / "dist"),
        *("--cache", tmp_path / "cache", "--jobs", "1"),
        cwd=tmp_path,
        PYTHONHASHSEED="7",
        TZ="Asia/Shanghai",
        LC_ALL="C",
    )
    assert done.returncode == 0, done.stderr
    for one, other in ((known.site, tmp_path / "site"), (known.dist, tmp_path / "dist")):
        assert differing(one, other) == []


def test_a_remembered_build_has_the_same_bytes(law_folder: Path, built_law: Built) -> None:
    """A report changed and changed back, built upon the memo, equals a build from nothing."""
    folder = law_folder.parent
    options = [f"--{name}={folder / name}" for name in ("content", "site", "dist", "cache")]
    source = law_folder / "sources" / "xihe.txt"
    text = source.read_bytes()
    for body in (text + "另外，书刊阅览和外借应当免费。\n".encode(), text):
        source.write_bytes(body)
        assert called("build", *options).returncode == 0
    assert differing(folder / "site", built_law.site) == []
    assert differing(folder / "dist", built_law.dist) == []
