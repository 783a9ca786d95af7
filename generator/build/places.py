"""Where things are kept that are neither content nor code.

Nothing is looked for above the package: it may stand in a checkout or among installed packages.
"""

import sysconfig
from pathlib import Path

# What a build remembers: below the folder that it is started from, may be deleted at any time.
CACHE = Path("build/cache")

# Fonts that were fetched for the packs: they belong to the Python environment, as the package
# does, so that builds from any folder set the same pages.
FONTS = Path(sysconfig.get_path("data")) / "share" / "zhishiku" / "fonts"
