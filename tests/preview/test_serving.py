"""The preview's server: for this machine's own browser, and the desk for its own pages alone."""

from __future__ import annotations

import json
import socket

import pytest

from generator.outputs.shared.network_policy import META
from generator.preview.asked import MOST_FILE, MOST_JSON, TOKEN
from generator.preview.framing import OVERLAY, PAGES, SCRIPTS
from tests.preview.conftest import Served

FOREIGN = ("evil.example", "evil.example:{port}", "127.0.0.1:1", "localhost", "", "[::1]:{port}")
READS = ("page", "queue", "queue/count", "history", "suggestions", "state", "files")
SHOWN = ("queue.html", "files.html", "history.html", "suggestions.html", "desk.css", "desk.js")


def test_a_page_comes_with_the_desk_and_a_policy_that_lets_it_ask_this_server(
    served: Served,
) -> None:
    answer = served.ask("/", heads={"Cookie": None, "Sec-Fetch-Site": "none", "Origin": None})
    assert answer.status == 200
    assert b"home" in answer.body
    assert b'src="/.desk/desk.js"' in answer.body
    assert META not in answer.body
    policy = answer.heads["Content-Security-Policy"]
    assert "connect-src 'self'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe-eval" not in policy
    assert answer.heads["X-Content-Type-Options"] == "nosniff"
    own = answer.heads["Set-Cookie"]
    assert "HttpOnly" in own
    assert "SameSite=Strict" in own


def test_two_runs_have_two_tokens(served: Served) -> None:
    from generator.preview.serving import Preview

    other = Preview(0, served.folder / "site", served.server.routes)
    other.server_close()
    assert other.session.token != served.server.session.token
    assert len(other.session.token) >= 32


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_only_this_machines_own_name_is_answered(served: Served, method: str) -> None:
    port = served.server.server_port
    for path in ("/", "/plain.txt", "/.desk/state", "/.desk/apply", "/.desk/desk.js"):
        for host in FOREIGN:
            body = b"{}" if method == "POST" else None
            assert (
                served.ask(path, body, method, heads={"Host": host.format(port=port)}).status == 421
            )
    for host in (f"localhost:{port}", f"LOCALHOST:{port}"):
        assert served.ask("/", heads={"Host": host, "Origin": None}).status == 200
    assert served.desk.asked == []


@pytest.mark.parametrize(
    "path",
    [
        "/out.html",
        "/out/secret.html",
        "/out/",
        "/loop",
        "/../secret.html",
        "/%2e%2e/secret.html",
        "/empty/",
        "/no",
        "/.desk/../../secret.html",
        "/.desk/..%2f..%2fsecret.html",
        "/.desk/../asked.py",
        "/.desk//etc/passwd",
        "/.desk/framing.js",
        "//secret.html",
    ],
)
def test_no_way_leads_out_of_the_site_and_no_folder_is_listed(served: Served, path: str) -> None:
    answer = served.ask(path)
    assert answer.status in (301, 404)
    assert b"secret" not in answer.body
    assert b"import" not in answer.body


@pytest.mark.parametrize("token", [None, "", "no", "é", "x" * 5000])
def test_without_the_token_nothing_of_the_desk_is_read_or_changed(
    served: Served, token: str | None
) -> None:
    own = token and token.encode("utf-8").decode("latin-1")
    sent = {TOKEN: own}
    for name in READS:
        assert served.ask(f"/.desk/{name}", heads=sent).status == 403
    for name in ("apply", "undo", "files/accept", "files/drop"):
        assert served.ask(f"/.desk/{name}", b"{}", heads=sent).status == 403
    assert served.upload("a.txt", b"x", heads=sent).status == 403
    for name in SHOWN:  # what a browser loads by itself shows the token by its cookie
        cookie = f"{served.server.session.cookie}={own}"
        answer = served.ask(f"/.desk/{name}", heads={"Cookie": token and cookie})
        assert answer.status == (303 if name.endswith(".html") else 403)
        assert set(json.loads(answer.body)) == {"error"}
    assert served.desk.asked == []


def test_the_cookie_alone_lets_no_script_ask(served: Served) -> None:
    """It goes along by itself, the header does not."""
    assert served.ask("/.desk/queue", heads={TOKEN: None}).status == 403
    assert served.decide({"do": "x"}, heads={TOKEN: None}).status == 403
    assert served.desk.asked == []


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1:{port}", "http://127.0.0.1:1", ""]
)
def test_another_origin_is_refused_even_with_the_token(served: Served, origin: str) -> None:
    own = origin.format(port=served.server.server_port)
    assert served.decide({"do": "x"}, heads={"Origin": own}).status == 403
    assert served.ask("/.desk/queue", heads={"Origin": own}).status == 403
    assert served.ask("/", heads={"Origin": own}).status == 403
    assert served.desk.asked == []


def test_a_change_without_an_origin_is_refused(served: Served) -> None:
    assert served.decide({"do": "x"}, heads={"Origin": None}).status == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_site_sets_a_browser_to_do_is_refused(served: Served, site: str) -> None:
    asked = {"Origin": None, "Sec-Fetch-Site": site}
    embedded = {"Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}
    followed = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    framed = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}
    for path in ("/", "/plain.txt", "/.desk/desk.js", "/.desk/queue.html", "/.desk/queue"):
        assert served.ask(path, heads={**asked, **embedded}).status == 403
        assert served.ask(path, heads={**asked, **framed}).status == 403
    assert (
        served.ask("/", heads={**asked, **followed}).status == 200
    )  # a link to the preview, in a mail
    assert served.ask("/.desk/queue.html", heads={**asked, **followed}).status == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
def test_other_methods_are_not_known(served: Served, method: str) -> None:
    assert served.ask("/.desk/apply", b"{}", method).status == 501
    assert served.ask("/", b"", "POST").status == 405


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "text/json"]
)
def test_what_a_form_of_another_page_can_send_is_refused(served: Served, kind: str) -> None:
    assert served.ask("/.desk/apply", b'{"do":"x"}', kind=kind).status == 415
    assert served.ask("/.desk/files", b"x", kind=kind).status == 415
    assert served.desk.asked == []


def _raw(served: Served, head: str, body: bytes = b"") -> bytes:
    """Return what the server answers to a head that claims what it likes."""
    with socket.create_connection(("127.0.0.1", served.server.server_port), timeout=5) as line:
        line.sendall(head.replace("\n", "\r\n").encode() + b"\r\n" + body)
        answer = b""
        while chunk := line.recv(65536):
            answer += chunk
    return answer


def _head(served: Served, first: str, **more: str) -> str:
    heads = {**served.own, "Content-Type": "application/json", **more}
    return f"{first} HTTP/1.1\n" + "".join(f"{name}: {value}\n" for name, value in heads.items())


@pytest.mark.parametrize("length", [MOST_JSON + 1, 5_000_000, 10**30])
def test_a_body_that_is_too_large_is_refused_unread(served: Served, length: int) -> None:
    head = _head(served, "POST /.desk/apply", **{"Content-Length": str(length)})
    assert b" 413 " in _raw(served, head)
    head = _head(served, "POST /.desk/files", **{"Content-Length": str(MOST_FILE + length)})
    typed = head.replace("application/json", "application/octet-stream")
    assert b" 413 " in _raw(served, typed)


@pytest.mark.parametrize("length", ["-1", "x", "", "1.5", "٣", "0x10"])
def test_a_length_that_is_none_is_refused(served: Served, length: str) -> None:
    head = _head(served, "POST /.desk/apply", **{"Content-Length": length})
    assert b" 411 " in _raw(served, head)


def test_a_body_in_chunks_is_refused(served: Served) -> None:
    head = _head(served, "POST /.desk/apply", **{"Transfer-Encoding": "chunked"})
    assert b" 411 " in _raw(served, head)


@pytest.mark.parametrize("given", ["GET", "GET / HTTP/9.9\n", "\0\1\2\n", "x" * 70_000 + "\n"])
def test_a_broken_request_harms_nobody(served: Served, given: str) -> None:
    answer = _raw(served, given)
    assert b"Traceback" not in answer
    assert served.ask("/").status == 200


def test_who_is_slow_is_let_go(served: Served) -> None:
    served.server.patience = 0.1
    whole = _head(served, "POST /.desk/apply", **{"Content-Length": "10"})
    for begun in ("GET / HT", whole[:60], whole + "\n{"):
        with socket.create_connection(("127.0.0.1", served.server.server_port), timeout=5) as line:
            line.sendall(begun.replace("\n", "\r\n").encode())
            assert line.recv(100) == b""
    assert served.desk.asked == []


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"null", b"[]", b'"x"', b"{", b"\xff{}", b'{"a":1,"a":2}', b'{"a":NaN}'),
        *(b"[" * 30_000, b'{"a":' * 10_000, b"words: !!python/object/apply:os.system [x]"),
    ],
)
def test_what_is_no_object_of_json_is_refused_in_one_line(served: Served, body: bytes) -> None:
    answer = served.ask("/.desk/apply", body)
    assert answer.status == 400
    assert set(json.loads(answer.body)) == {"error"}
    assert served.desk.asked == []


def test_what_the_desk_refuses_comes_back_as_one_line(served: Served) -> None:
    answer = served.decide({"do": "no"})
    assert answer.status == 422
    assert json.loads(answer.body) == {"error": "links.yml: 页面是旧的 请重新载入"}


def test_no_markup_stands_bare_in_an_answer(served: Served) -> None:
    for answer in (served.ask("/.desk/queue"), served.decide({"do": "<script>&"})):
        assert b"<" not in answer.body
        assert b"&" not in answer.body
        assert answer.heads["Content-Type"].startswith("application/json")
    assert json.loads(served.ask("/.desk/queue").body)["given"] == "</script><b>"


def test_ways_lead_to_what_they_name(served: Served) -> None:
    served.ask("/.desk/page?address=reports/x.html")
    served.ask("/.desk/state?since=7")
    served.ask("/.desk/state?since=-1e9")
    served.decide({"do": "link", "words": "“话”: - [x]"})
    served.ask("/.desk/undo", b'{"change":"c1"}')
    served.ask("/.desk/undo", b'{"all":true}')
    served.ask("/.desk/again", b'{"change":"c2"}')
    served.ask("/.desk/files/accept", b"{}")
    served.ask("/.desk/files/drop", b'{"names":["a.txt"]}')
    assert served.desk.asked == [
        ("page", "reports/x.html"),
        ("state", 7),
        ("state", 0),
        ("apply", {"do": "link", "words": "“话”: - [x]"}),
        ("undo", "c1"),
        ("undo_all", None),
        ("again", "c2"),
        ("accept", {}),
        ("drop", ["a.txt"]),
    ]
    assert served.ask("/.desk/nothing").status == 404
    assert served.ask("/.desk/nothing", b"{}").status == 404
    assert served.ask("/.desk/undo", b'{"change":["c1"]}').status == 422
    assert served.ask(f"/.desk/page?{'a=1&' * 20}").status == 400


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("%E6%8A%A5%E5%91%8A.docx", "报告.docx"),
        ("..%2F..%2Fetc%2Fpasswd", "passwd"),
        ("C%3A%5Ctmp%5Ca.txt", "a.txt"),
        ("a%3Cb%3E.txt", "a<b>.txt"),
    ],
)
def test_a_files_name_is_no_way_to_a_place(served: Served, header: str, name: str) -> None:
    assert served.upload(header, b"body").status == 200
    assert served.desk.asked == [("take", [name, 4])]


@pytest.mark.parametrize("header", ["", "..", "%2F", ".hidden", "a%0Ab.txt", "a%00.txt", "x" * 500])
def test_a_name_that_is_none_is_refused(served: Served, header: str) -> None:
    assert served.upload(header, b"body").status == 422
    assert served.desk.asked == []


def test_the_desks_own_pages_stand_in_the_sites_frame(served: Served) -> None:
    frame = (
        b'<html><head><title>x</title></head><body><header data-root="/deep/way/">'
        b'<a href="/deep/way/index.html">y</a></header><main><div>'
        b'<div id="content" class="kb-missing"><h1>gone</h1></div>\n</div></main></body></html>'
    )
    (served.folder / "site" / "404.html").write_bytes(frame)
    body = served.ask("/.desk/queue.html").body.decode()
    assert 'data-desk-page="queue"' in body
    assert "gone" not in body
    assert 'href="/index.html"' in body
    assert "<title>待办</title>" in body
    assert body.count("/.desk/queue.js") == 1


def test_every_script_that_pages_name_is_there(served: Served) -> None:
    for name in (*SCRIPTS, *PAGES):
        assert served.ask(f"/.desk/{name}.js").status == 200
    assert {path.stem for path in OVERLAY.glob("*.js")} == {*SCRIPTS, *PAGES}
