"""Where things are found in the built site: paths relative to its root, and anchors.

Every output that names a page takes the address from here, so that outputs need not know
one another.  All names are ASCII, short, and safe on every file system.
"""

from __future__ import annotations

from zlib import crc32

from generator.model import Article, EditionSentence, Library, Revision

# Pages of one kind that stand in one folder, each with its Markdown, so that none has 2,000 files;
# of more each has one of FOLDERS.
CROWD = 900
FOLDERS = 97

HOME = "index.html"
SEARCH = "search.html"
REPORTS = "reports/index.html"
REPORT_DATA = "reports/list.js"
LAWS = "laws/index.html"
COVERAGE = "coverage.html"
COVERAGE_BY_PLACE = "coverage-place.html"
COVERAGE_BY_YEAR = "coverage-year.html"
COVERAGE_BY_KIND = "coverage-kind.html"
COMPARE = "compare.html"
REUSE = "reuse.html"
REUSE_GROUPS = "reuse-groups.html"
REUSE_SHARES = "reuse-shares.html"
REUSE_DATA = "reuse/list.js"
VOLUMES = "volumes.html"  # of a hall
DUTIES = "duties.html"
TERMS = "terms.html"
LEDGER = "ledger/index.html"
FINDINGS = "findings.html"
DOWNLOADS = "downloads.html"
PACK_BUILDER = "packs.html"
DRAFT = "draft.html"
LINKER = "linker/index.html"  # how other pages link to articles
QUIZ = "quiz.html"
EXAMINATION = "examination.html"
NOTES = "notes.html"
COLLECTION = "collection.html"
WORD_TEMPLATE = "assets/word-template.js"  # how Word documents made in the browser look
LLMS = "llms.txt"  # the index for language models
EDITION = "hant"  # the folder of the edition in traditional characters


def full_text(base: str) -> str:
    """Return the page that holds the whole edition."""
    return f"{base}/full.html"


def article(base: str, article: Article) -> str:
    """Return the page of an article, named by the numbers of its path: 5.html, 2-1.html."""
    return f"{base}/{article.address}.html"


def articles(base: str) -> str:
    """Return the pages of all articles of a base, a * for the numbers of the path."""
    return f"{base}/*.html"


def apparatus(base: str) -> str:
    """Return the page on the witnesses and variants of a base."""
    return f"{base}/apparatus.html"


def versions(base: str, old: str = "", new: str = "") -> str:
    """Return the page that compares two versions of a base; the last two where none are named."""
    return f"{base}/versions-{old}-{new}.html" if old else f"{base}/versions.html"


def compared_versions(library: Library, revision: Revision) -> str:
    """Return the path, without suffix, of what compares two versions: its page, its Word file."""
    bases = {each.edition.base.id: each.edition.base for each in library.every_collation}
    old, new = bases[revision.old], bases[revision.new]
    home = new.version_of or new.id
    last = [
        each.edition.base.id for each in library.earlier if each.edition.base.version_of == home
    ]
    if (revision.old, revision.new) == (last[-1], home):
        return versions(home).removesuffix(".html")
    return versions(home, old.version, new.version).removesuffix(".html")


def edition_sentence(base: str, sentence: EditionSentence) -> str:
    """Return the place of a sentence of the edition: its article's page, else the full text."""
    if sentence.article is None:
        return f"{full_text(base)}#{sentence.id}"
    own = sentence.id.removeprefix(f"{base}-").rpartition("-s")[0]
    return f"{base}/{own}.html#{sentence.id}"


def report(report_id: str, library: Library) -> str:
    """Return the page of a report or reprint; its sentences' ids are anchors on it."""
    return _placed("reports", report_id, len(library.reports) + len(library.reprints))


def reuse(report_id: str, library: Library) -> str:
    """Return the page of what a report shares with others."""
    return _placed("reuse", report_id, len(library.reports) + len(library.reprints))


def reuse_places(report_id: str, library: Library) -> str:
    """Return the script that tells where in a report stands what it shares."""
    return f"{reuse(report_id, library).removesuffix('.html')}.js"


def law(law_id: str, library: Library) -> str:
    """Return the page of a law; its sentences' ids and its articles' are anchors on it."""
    return _placed("laws", law_id, len(library.laws))


def law_article(law_id: str, library: Library, number: int, branch: int = 0) -> str:
    """Return the place of an article of a law."""
    return f"{law(law_id, library)}#{law_article_id(law_id, number, branch)}"


def law_articles(law_id: str, library: Library) -> str:
    """Return the places of all articles of a law, a * for the number and that of 之一: 5, 5-1."""
    return f"{law(law_id, library)}#{law_id}-*"


def law_article_id(law_id: str, number: int, branch: int = 0) -> str:
    """Return the id of an article of a law: law-5, law-5-1 for 第五条之一."""
    return f"{law_id}-{number}-{branch}" if branch else f"{law_id}-{number}"


def coverage(way: str = "") -> str:
    """Return the page of the matrix, turned by place, year or kind where `way` says so."""
    ways = {"place": COVERAGE_BY_PLACE, "year": COVERAGE_BY_YEAR, "kind": COVERAGE_BY_KIND}
    return ways[way] if way else COVERAGE


def coverage_within(way: str, number: int) -> str:
    """Return the page of the matrix by the reports of the group `number`, from 1, of a way."""
    return f"coverage/{way}/{number}.html"


def ledger(source_stem: str, sources: int) -> str:
    """Return the page of the ledger of one of so many sources."""
    return _placed("ledger", source_stem, sources)


def pane(report_page: str) -> str:
    """Return what stands for the report with that page in addresses of 对读, and in REPORT_DATA."""
    return report_page.removeprefix("reports/").removesuffix(".html")


def _placed(folder: str, name: str, count: int) -> str:
    """Return where page `name` stands, one of `count`: in a folder, or in one below it."""
    if count > CROWD:
        folder += f"/{crc32(name.encode()) % FOLDERS:02}"
    return f"{folder}/{name}.html"


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


def traditional(path: str) -> str:
    """Return where what lies at `path` lies in traditional characters."""
    return f"{EDITION}/{path}"


def table(name: str) -> str:
    """Return the path, without suffix, of a table for spreadsheets."""
    return f"downloads/{name}"


def offline_zip(name: str) -> str:
    """Return the offline bundle of the library `name`, where the site carries it."""
    return f"downloads/{name}-offline.zip"


def single_page(name: str) -> str:
    """Return the single page of the library `name`, where the site carries it."""
    return f"downloads/{name}.html"


def book(name: str, number: int = 1) -> str:
    """Return the e-book of the library `name`, or its volume `number`, from 1."""
    return f"downloads/{name}{f'-{number}' if number > 1 else ''}.epub"


def markdown(page: str) -> str:
    """Return where the text of a page lies as Markdown: beside it."""
    return f"{page.removesuffix('.html')}.md"


def page(name: str) -> str:
    """Return the page of an authored Markdown file."""
    return f"{name}.html"
