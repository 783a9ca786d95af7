"""Packs as Word documents: what an office goes on editing."""

from generator.outputs.packs.word.browser_template import browser_template
from generator.outputs.packs.word.rendering import render_docx
from generator.outputs.packs.word.template import template_parts

__all__ = ["browser_template", "render_docx", "template_parts"]
