"""The guide: the Markdown of `docs/`, shown under /docs/guide and written out as a site of its own."""
