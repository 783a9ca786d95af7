"""Where things are found in the built site: paths relative to its root, and anchors.

Every output that names a page takes the address from here, so that outputs need not know
one another.  All names are ASCII, short, and safe on every file system.
"""

from __future__ import annotations

from generator.model import Article, EditionSentence

HOME = "index.html"
SEARCH = "search.html"
REPORTS = "reports/index.html"
COVERAGE = "coverage.html"
COMPARE = "compare.html"
DUTIES = "duties.html"
TERMS = "terms.html"
LEDGER = "ledger/index.html"
FINDINGS = "findings.html"
DOWNLOADS = "downloads.html"
PACK_BUILDER = "packs.html"


def full_text(base: str) -> str:
    """Return the page that holds the whole edition."""
    return f"{base}/full.html"


def article(base: str, article: Article) -> str:
    """Return the page of an article, named by the numbers of its path: 5.html, 2-1.html."""
    return f"{base}/{article.address}.html"


def apparatus(base: str) -> str:
    """Return the page on the witnesses and variants of a base."""
    return f"{base}/apparatus.html"


def edition_sentence(base: str, sentence: EditionSentence) -> str:
    """Return the place of a sentence of the edition: its article's page, else the full text."""
    if sentence.article is None:
        return f"{full_text(base)}#{sentence.id}"
    own = sentence.id.removeprefix(f"{base}-").rpartition("-s")[0]
    return f"{base}/{own}.html#{sentence.id}"


def report(report_id: str) -> str:
    """Return the page of a report; its sentences' ids are anchors on it."""
    return f"reports/{report_id}.html"


def ledger(source_stem: str) -> str:
    """Return the page of one source's ledger."""
    return f"ledger/{source_stem}.html"


def picture(digest: str) -> str:
    """Return the file of a picture with a hexadecimal digest; folders stay small."""
    return f"pictures/{digest[:2]}/{digest[:16]}.png"


def term(term_id: str) -> str:
    """Return the place of a term."""
    return f"{TERMS}#{term_id}"


def pack(base: str, article: Article | None = None, part: int | None = None) -> str:
    """Return the path, without suffix, of the pack of an article, a part or the whole."""
    if article is not None:
        return f"packs/{article.id}"
    return f"packs/{base}-part-{part}" if part is not None else f"packs/{base}"


def table(name: str) -> str:
    """Return the path, without suffix, of a table for spreadsheets."""
    return f"downloads/{name}"


def page(name: str) -> str:
    """Return the page of an authored Markdown file."""
    return f"{name}.html"
