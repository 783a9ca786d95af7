"""Composes small Word files of raw XML for tests, and tells what was read of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from generator.content.importing import Imported, import_file

SPACES = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HIDE = "<w:vanish/>"
STYLE = '<w:style w:type="{}" w:styleId="{}"><w:name w:val="{}"/>{}</w:style>'
SINGLE = ("styles", "numbering", "footnotes", "endnotes", "comments", "settings")


def paragraph(text: str = "", properties: str = "", runs: str = "") -> str:
    """Return a paragraph of one run of text, and of runs given as XML behind it."""
    first = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{first}{runs}</w:p>"


def item(text: str, number: int | str, level: int | str = 0) -> str:
    """Return a paragraph of the list `number` at a level."""
    return paragraph(
        text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    )


def run(text: str, properties: str = "") -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: list[str]) -> str:
    """Return a table of cells that hold paragraphs, or one of the text given."""
    inside = "".join(
        "<w:tr>"
        + "".join(f"<w:tc>{each if each[:1] == '<' else paragraph(each)}</w:tc>" for each in row)
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{inside}</w:tbl>"


def level(at: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    """Return a level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def abstract(identity: int, *levels: str, more: str = "") -> str:
    """Return a definition of a list."""
    return (
        f'<w:abstractNum w:abstractNumId="{identity}"><w:multiLevelType w:val="multilevel"/>'
        f"{more}{''.join(levels)}</w:abstractNum>"
    )


def num(identity: int, definition: int, more: str = "") -> str:
    """Return a list that is made of a definition."""
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{definition}"/>{more}</w:num>'


def compose(body: str, extra: dict[str, str | bytes] | None = None, /, **parts: str) -> bytes:
    """Return a Word file: its body, and the inside of styles, numbering, footnotes, header1 ….

    `extra` holds whole parts; one of the key kind=name stands at word/name and is related to
    the document as rIdkind.
    """
    types: list[str] = []
    links: list[tuple[str, str, str]] = []
    files: dict[str, str | bytes] = {}
    for name, inside in parts.items():
        root = {"header": "hdr", "footer": "ftr"}.get(name.rstrip("0123456789"), name)
        kind = name.rstrip("0123456789")
        files[f"word/{name}.xml"] = f"{HEAD}<w:{root} {SPACES}>{inside}</w:{root}>"
        types.append(f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}.{kind}+xml"/>')
        links.append((f"rId{name}", f"{RELATIONSHIPS}/{kind}", f"{name}.xml"))
    for name, data in (extra or {}).items():
        kind, _, place = name.partition("=")
        files[f"word/{place}"] = data
        links.append((f"rId{kind}", f"{RELATIONSHIPS}/{kind}", place))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="png" ContentType="image/png"/>'
            '<Override PartName="/word/document.xml"'
            f' ContentType="{TYPES}.document.main+xml"/>{"".join(types)}</Types>',
        )
        archive.writestr(
            "_rels/.rels",
            _relationships([("rId1", f"{RELATIONSHIPS}/officeDocument", "word/document.xml")]),
        )
        archive.writestr("word/_rels/document.xml.rels", _relationships(links))
        archive.writestr(
            "word/document.xml",
            f"{HEAD}<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        )
        for place, content in files.items():
            archive.writestr(place, content)
    return out.getvalue()


def _relationships(links: list[tuple[str, str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{identity}" Type="{kind}" Target="{target}"/>'
        for identity, kind, target in links
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a package with one part changed, or left out where that gives nothing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", 8) as made:
        for each in given.namelist():
            body = change(given.read(each)) if each == name else given.read(each)
            if body:
                made.writestr(each, body)
    return out.getvalue()


def read(body: str, extra: dict[str, str | bytes] | None = None, **parts: str) -> Imported:
    """Return what is read of a file with this body."""
    return import_file("a.docx", compose(body, extra, **parts))


def left(found: Imported) -> list[tuple[str, str, str]]:
    """Return the place, the kind and the words of all that is no text."""
    return [(part.place, part.kind, part.left_out) for part in found.parts if part.reason]


def codes(found: Imported) -> list[str]:
    """Return the codes of the findings."""
    return [doubt.code for doubt in found.doubts]


def field(code: str, result: str = "") -> str:
    """Return a complex field; without a result it has no separator."""
    middle = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}' if result else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>{middle}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def tracked(tag: str, text: str) -> str:
    """Return a tracked change (ins, del …) of a run of text."""
    name = "delText" if tag == "del" else "t"
    return f'<w:{tag} w:id="1" w:author="某"><w:r><w:{name}>{text}</w:{name}></w:r></w:{tag}>'
