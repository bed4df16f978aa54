"""mockbooks: a mock accounting system, to test integrations against before they meet real books."""

__version__ = "0.1.0"
