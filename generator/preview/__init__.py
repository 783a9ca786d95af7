"""The preview on the maintainer's own machine: the site as built, with the editors' desk."""
