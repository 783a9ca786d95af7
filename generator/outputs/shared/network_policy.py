"""The rule, written into every page of the site, that nothing may be fetched from a network.

A page opened from a disk has no origin that all browsers agree on: some take 'self' to mean
the files around it, some only honour the scheme file:, so both are named.  On a server of
one's own the pages still work, from that server alone.
"""

from __future__ import annotations

POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file: 'unsafe-inline'; "
    "img-src 'self' file: data: blob:; font-src 'self' file: data:; "
    "frame-src 'self' file:; base-uri 'none'; form-action 'self' file:"
)
META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'.encode()
CHARSET = b'<meta charset="utf-8">'


def with_policy(page: bytes) -> bytes:
    """Return `page` with the policy right after its character set, where it holds for all.

    A page that has it is returned as it is; ValueError where there is no place for it.
    """
    if META in page:
        return page
    before, found, after = page.partition(CHARSET)
    if not found:
        raise ValueError("a page without its character set can't be given the policy")
    return b"".join((before, found, META, after))


def without_policy(page: bytes) -> bytes:
    """Return `page` without the policy, for a preview whose pages ask whether they are stale."""
    return page.replace(META, b"", 1)
