"""The long attacks on a server of our own, and what comes of them: `make attack`. The short ones are tests."""
