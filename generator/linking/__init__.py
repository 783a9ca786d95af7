"""Linking: passages of a report <-> articles, with the evidence for each."""

from generator.linking.citations import Citation, citations, numbering_of
from generator.linking.decisions import Decision, decide
from generator.linking.index import ArticleIndex, index_articles
from generator.linking.linker import link
from generator.linking.own_references import own_references
from generator.linking.passages import join_passages
from generator.linking.roles import roles
from generator.linking.teaching.lessons import lessons, teach_bases
from generator.linking.undecided import Candidate, candidates, decision_entry, with_entry

__all__ = [
    "ArticleIndex",
    "Candidate",
    "Citation",
    "Decision",
    "candidates",
    "citations",
    "decide",
    "decision_entry",
    "index_articles",
    "join_passages",
    "lessons",
    "link",
    "numbering_of",
    "own_references",
    "roles",
    "teach_bases",
    "with_entry",
]
