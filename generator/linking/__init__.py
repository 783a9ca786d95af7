"""Linking: passages of a report <-> articles, with the evidence for each."""

from generator.linking.citations import Citation, citations
from generator.linking.decisions import Decision, decide
from generator.linking.index import ArticleIndex, index_articles
from generator.linking.linker import link
from generator.linking.numbering import numbering_of
from generator.linking.own_references import own_references
from generator.linking.roles import roles
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
    "link",
    "numbering_of",
    "own_references",
    "roles",
    "with_entry",
]
