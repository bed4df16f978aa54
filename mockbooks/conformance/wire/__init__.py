"""HTTP for judging strangers: everything is bounded, nothing is followed unasked, and trouble is a value."""
