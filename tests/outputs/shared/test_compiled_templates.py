"""Templates compiled once a process: never the code of another text, or of other settings."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from generator.outputs.shared.compiled_templates import CompiledTemplates


def shown(folder: Path, known: CompiledTemplates, *, escaped: bool) -> str:
    env = Environment(
        loader=FileSystemLoader(folder), autoescape=escaped, bytecode_cache=known, auto_reload=False
    )
    return env.get_template("page.html").render(word="<b>")


def test_a_changed_template_is_compiled_anew_and_settings_count(tmp_path: Path) -> None:
    known = CompiledTemplates()
    (tmp_path / "page.html").write_text("one {{ word }}")
    assert shown(tmp_path, known, escaped=True) == "one &lt;b&gt;"
    assert shown(tmp_path, known, escaped=False) == "one <b>"
    assert shown(tmp_path, known, escaped=True) == "one &lt;b&gt;"
    (tmp_path / "page.html").write_text("two {{ word }}")
    assert shown(tmp_path, known, escaped=True) == "two &lt;b&gt;"


def test_what_is_known_is_not_compiled_again(tmp_path: Path) -> None:
    known = CompiledTemplates()
    (tmp_path / "page.html").write_text("one {{ word }}")
    shown(tmp_path, known, escaped=True)
    kept = dict(known._known)
    shown(tmp_path, known, escaped=True)
    assert [code is kept[key][1] for key, (_, code) in known._known.items()] == [True]
