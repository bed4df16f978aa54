"""YAML and JSON from outside, read as plain data within bounds, every value with its place."""
