"""The preview's server: for this machine's own name, files of the site and nothing else."""

from __future__ import annotations

import threading
from argparse import ArgumentParser
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from generator.cli.serve import _Server, arguments, wanted
from generator.outputs.shared.network_policy import CHARSET, META, with_policy


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    site = tmp_path / "site"
    (site / "empty").mkdir(parents=True)
    (site / "index.html").write_bytes(with_policy(b"<html>" + CHARSET + b"home"))
    (tmp_path / "secret.html").write_text("secret")
    (site / "out.html").symlink_to(tmp_path / "secret.html")
    (site / "out").symlink_to(tmp_path)
    (site / "loop").symlink_to(site / "loop")
    server = _Server(0, site, lambda: 3)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield site, server.server_port
    server.shutdown()
    server.server_close()
    thread.join(5)


def _ask(port: int, path: str, host: str | None = None, method: str = "GET") -> tuple[int, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, headers={"Host": host or f"127.0.0.1:{port}"})
    answer = connection.getresponse()
    return answer.status, answer.read()


def test_a_page_is_served_with_the_reloading_script_and_may_ask_for_its_version(
    served: tuple[Path, int],
) -> None:
    status, body = _ask(served[1], "/")
    assert status == 200
    assert b"/.version" in body
    assert META not in body
    assert _ask(served[1], "/.version") == (200, b"3")


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_only_this_machines_own_name_is_answered(served: tuple[Path, int], method: str) -> None:
    port = served[1]
    for host in (f"localhost:{port}", f"LOCALHOST:{port}"):
        assert _ask(port, "/", host, method)[0] == 200
    for host in ("evil.example", f"evil.example:{port}", "127.0.0.1:1", "localhost"):
        assert _ask(port, "/", host, method)[0] == 421
        assert _ask(port, "/.version", host, method)[0] == 421


@pytest.mark.parametrize(
    "path", ["/out.html", "/out/secret.html", "/out/", "/loop", "/../secret.html", "/empty/", "/no"]
)
def test_no_link_out_of_the_site_and_no_list_of_a_folder(
    served: tuple[Path, int], path: str
) -> None:
    status, body = _ask(served[1], path)
    assert status in (301, 404)
    assert b"secret" not in body


def test_what_was_asked_is_what_is_built() -> None:
    parser = ArgumentParser()
    arguments(parser)
    options = parser.parse_args(["--content", "库", "--only", "site", "--jobs", "1", "--force"])
    asked = wanted(options)
    assert (str(asked.content), asked.only, asked.jobs, asked.forced) == ("库", "site", 1, True)
    assert (asked.site, asked.dist) == (Path("site").resolve(), Path("dist").resolve())
