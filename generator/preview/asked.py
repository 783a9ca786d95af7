"""What may be asked of the preview, and by whom: told from the head of a request alone."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie

DESK = "/.desk/"
HTTP_PORT = 80  # a browser does not name it
NAMES = ("127.0.0.1", "localhost")
TOKEN = "X-Desk-Token"
JSON = "application/json"
BYTES = "application/octet-stream"
FILES = f"{DESK}files"
MOST_JSON = 64 * 1024  # bytes
MOST_FILE = 200 * 1024 * 1024  # bytes
READ, CHANGE = ("GET", "HEAD"), ("POST",)


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a request is not answered: the status, and one line; `to` is where to go instead."""

    status: HTTPStatus
    said: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """A run of the preview: its port, and the token that its own pages know."""

    port: int
    token: str

    @property
    def hosts(self) -> frozenset[str]:
        """The names under which this machine may be asked."""
        named = {f"{name}:{self.port}" for name in NAMES}
        return frozenset(named | (set(NAMES) if self.port == HTTP_PORT else set()))

    @property
    def cookie(self) -> str:
        """The name of the cookie: cookies know no ports, and two previews may be open."""
        return f"desk-{self.port}"


def refused(method: str, path: str, headers: Message, session: Session) -> Refused | None:
    """Return why a request is refused; None where it may be answered.

    `path` is without its query.  Pages are for whoever is at this machine and asks by its own name;
    the desk, besides, only for pages that this run of the preview has sent.
    """
    host = headers.get("Host", "").strip().lower()
    if host not in session.hosts:
        return Refused(HTTPStatus.MISDIRECTED_REQUEST, "只应本机的地址")
    if _is_foreign(method, path, headers, host):
        return Refused(HTTPStatus.FORBIDDEN, "不应别的网页")
    if not path.startswith(DESK):
        return None if method in READ else Refused(HTTPStatus.METHOD_NOT_ALLOWED, "只能读")
    if not _is_known(path, headers, session):
        # a page of the desk from a bookmark, after a restart: the site's own pages know the token
        to = "/" if method in READ and path.endswith(".html") else ""
        status = HTTPStatus.SEE_OTHER if to else HTTPStatus.FORBIDDEN
        return Refused(status, "页面是旧的，请重新载入", to)
    return _of_body(path, headers) if method in CHANGE else None


def _is_foreign(method: str, path: str, headers: Message, host: str) -> bool:
    """Tell whether another site's page asks; its link to a page does no harm."""
    origin = headers.get("Origin")
    if origin is None and method in CHANGE:
        return True  # browsers name the origin of whatever changes something
    if origin is not None and origin.lower() != f"http://{host}":
        return True
    if headers.get("Sec-Fetch-Site", "none") in ("same-origin", "none"):
        return False
    followed = (headers.get("Sec-Fetch-Mode"), headers.get("Sec-Fetch-Dest"))
    return followed != ("navigate", "document") or path.startswith(DESK)


def _is_known(path: str, headers: Message, session: Session) -> bool:
    """Tell whether a request shows the token: scripts in a header, pages by a cookie."""
    if is_shown(path):
        return _same(_cookie(headers, session.cookie), session.token)
    return _same(headers.get(TOKEN, ""), session.token)


def is_shown(path: str) -> bool:
    """Tell whether a browser loads `path` by itself: a page, a style sheet, a script."""
    return path.endswith((".html", ".css", ".js"))


def _cookie(headers: Message, name: str) -> str:
    try:
        found = SimpleCookie(headers.get("Cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _same(said: str, token: str) -> bool:
    return hmac.compare_digest(said.encode("utf-8", "replace"), token.encode())


def _of_body(path: str, headers: Message) -> Refused | None:
    """Return why what is sent along is not read."""
    kind, most = (BYTES, MOST_FILE) if path == FILES else (JSON, MOST_JSON)
    given = headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if given != kind:
        return Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "不认识送来的东西")
    length = headers.get("Content-Length", "")
    if headers.get("Transfer-Encoding") or not (length.isascii() and length.isdigit()):
        return Refused(HTTPStatus.LENGTH_REQUIRED, "没有说有多长")
    if len(length) > len(str(MOST_FILE)) or int(length) > most:
        return Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "太大，没有收")
    return None
