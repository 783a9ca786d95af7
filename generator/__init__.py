"""A static site generator for a policy knowledge base."""

__version__ = "0.2.0"
