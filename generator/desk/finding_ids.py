"""What names a finding, and what an acceptance of it quotes."""

from __future__ import annotations

from hashlib import sha256

from generator.model import Finding, Library


def finding_id(finding: Finding) -> str:
    """Return what names a finding: the same as long as its words and its place are."""
    place = (finding.file, finding.piece, str(finding.start))
    told = "\0".join((finding.code, *place, finding.text, finding.message))
    return f"{finding.code}-{sha256(told.encode()).hexdigest()[:12]}"


def findings_by_id(library: Library) -> dict[str, Finding]:
    """Return the findings of a library by what names them."""
    return {finding_id(each): each for each in library.findings}
