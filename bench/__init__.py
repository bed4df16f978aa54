"""Benchmarks: what the design promises about speed and memory, measured."""
