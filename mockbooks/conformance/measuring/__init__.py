"""Counts what a document describes, every field once, so that its quality is a figure."""
