"""The stage: what a fault, an expectation and an observation are, and what each of them works with."""
