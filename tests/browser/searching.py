"""What the tests of search ask a page, and the exports that they hold its answers against."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ASK_ALL = """async (queries) => {
  const answers = [];
  for (const query of queries) {
    const hits = await kbSearch(query);
    answers.push(hits.map(({id, exact, kind, score, how}) => ({id, exact, kind, score, how})));
  }
  return answers;
}"""
BARE_TEXT = """(element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("rt").forEach((reading) => reading.remove());
  return copy.textContent;
}"""
Hits = list[dict[str, Any]]


def export(site: Path, name: str) -> Any:
    return json.loads((site / "data" / f"{name}.json").read_text("utf-8"))


def holding(sentences: dict[str, str], phrase: str) -> set[str]:
    """Return the ids of the sentences that hold `phrase`, by brute force."""
    return {unit_id for unit_id, text in sentences.items() if phrase in text}
