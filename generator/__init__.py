"""A static site generator for a policy knowledge base."""
