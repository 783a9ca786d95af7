"""Linking: passages of a report <-> articles, with the evidence for each."""

from generator.linking.article_index import ArticleIndex, index_articles
from generator.linking.citations import Citation, citations
from generator.linking.linker import link
from generator.linking.roles import roles

__all__ = ["ArticleIndex", "Citation", "citations", "index_articles", "link", "roles"]
