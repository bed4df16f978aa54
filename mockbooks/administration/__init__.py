"""Administrations: isolated sets of books, each with all that surrounds it, and the registry of them."""

from mockbooks.administration.administration import Administration
from mockbooks.administration.beginning import Beginning, Start
from mockbooks.administration.registry import Administrations

__all__ = ["Administration", "Administrations", "Beginning", "Start"]
