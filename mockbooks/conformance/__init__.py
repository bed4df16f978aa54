"""Judges any accounting API by the nine conditions: its document (audit), and what it does on the wire (check)."""
