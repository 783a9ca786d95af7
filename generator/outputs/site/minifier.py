"""A program of its own: reads {media type: {name: text}} as JSON, answers {name: minified text}.

The minifier is a library with threads of its own, which no process may hold that is going to
fork; the build forks.
"""

from __future__ import annotations

import json
import sys

import minify


def main() -> None:
    """Minify what stands on the standard input; a MinifyError where it is no valid code."""
    minify.config({"js-version": 2018})
    asked: dict[str, dict[str, str]] = json.load(sys.stdin)
    json.dump(
        {
            name: minify.string(kind, text)
            for kind, texts in asked.items()
            for name, text in texts.items()
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
