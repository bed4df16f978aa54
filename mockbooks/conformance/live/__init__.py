"""A live API, asked: getting in, calling it, finding things in its answers, and taking away what was made."""
