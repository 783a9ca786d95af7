"""Linking: passages of a report <-> articles, with the evidence for each."""

from generator.linking.citations import Citation, citations
from generator.linking.decisions import Decision, decide
from generator.linking.doubts import Choice, Doubt, doubts_of, most_in_doubt
from generator.linking.index import ArticleIndex, index_articles
from generator.linking.linker import TaughtByBase, link
from generator.linking.numbering import Numbering, numbering_of
from generator.linking.own_references import own_references
from generator.linking.passages import join_passages
from generator.linking.quoted_words import quoted_words
from generator.linking.roles import roles
from generator.linking.stages import (
    Decided,
    DecidedReport,
    Linking,
    decide_on,
    doubts_of_report,
    lessons_of_report,
    link_report,
    richness,
)
from generator.linking.teaching.lessons import lesson_of, lessons, teach_bases
from generator.linking.versions import (
    Chains,
    chains_at,
    chains_of,
    editions_at,
    every_choice,
)
from generator.linking.vocabulary import terms_in, vocabulary_of

__all__ = [
    "ArticleIndex",
    "Chains",
    "Choice",
    "Citation",
    "Decided",
    "DecidedReport",
    "Decision",
    "Doubt",
    "Linking",
    "Numbering",
    "TaughtByBase",
    "chains_at",
    "chains_of",
    "citations",
    "decide",
    "decide_on",
    "doubts_of",
    "doubts_of_report",
    "editions_at",
    "every_choice",
    "index_articles",
    "join_passages",
    "lesson_of",
    "lessons",
    "lessons_of_report",
    "link",
    "link_report",
    "most_in_doubt",
    "numbering_of",
    "own_references",
    "quoted_words",
    "richness",
    "roles",
    "teach_bases",
    "terms_in",
    "vocabulary_of",
]
