"""serve builds what it was asked for; its server: tests/preview, its desk: tests/browser."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

import pytest

from generator.cli.serve import arguments, run, wanted
from generator.errors import ContentError


def test_what_was_asked_is_what_is_built() -> None:
    parser = ArgumentParser()
    arguments(parser)
    options = parser.parse_args(["--content", "库", "--only", "site", "--jobs", "1", "--force"])
    asked = wanted(options)
    assert (str(asked.content), asked.only, asked.jobs, asked.forced) == ("库", "site", 1, True)
    assert (asked.site, asked.dist) == (Path("site").resolve(), Path("dist").resolve())


@pytest.mark.parametrize("port", ["-1", "65536"])
def test_a_port_that_is_none_is_refused_before_anything_is_built(tmp_path: Path, port: str) -> None:
    parser = ArgumentParser()
    arguments(parser)
    places = ["--content", str(tmp_path), "--site", str(tmp_path / "site")]
    with pytest.raises(ContentError, match="65535"):
        run(parser.parse_args([*places, "--port", port]))
    assert list(tmp_path.iterdir()) == []
