"""Linking: passages of a report <-> articles, with the evidence for each."""

from generator.linking.citations import Citation, citations
from generator.linking.decision_entries import decision_entry, quoted_words, with_entry
from generator.linking.decisions import Decision, decide
from generator.linking.doubts import Choice, Doubt, doubts_of, most_in_doubt
from generator.linking.index import ArticleIndex, index_articles
from generator.linking.linker import TaughtByBase, link
from generator.linking.numbering import numbering_of
from generator.linking.own_references import own_references
from generator.linking.passages import join_passages
from generator.linking.roles import roles
from generator.linking.teaching.lessons import lessons, teach_bases

__all__ = [
    "ArticleIndex",
    "Choice",
    "Citation",
    "Decision",
    "Doubt",
    "TaughtByBase",
    "citations",
    "decide",
    "decision_entry",
    "doubts_of",
    "index_articles",
    "join_passages",
    "lessons",
    "link",
    "most_in_doubt",
    "numbering_of",
    "own_references",
    "quoted_words",
    "roles",
    "teach_bases",
    "with_entry",
]
