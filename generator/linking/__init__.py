"""Linking: passages of a report <-> articles, with the evidence for each."""

from generator.linking.candidates import ArticleIndex, index_articles
from generator.linking.shared_wording import link

__all__ = ["ArticleIndex", "index_articles", "link"]
