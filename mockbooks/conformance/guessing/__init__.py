"""Guesses which operations of a document are which of our resources, with the evidence and the doubt of every guess."""
