"""Lets `python -m mockbooks` do what `mockbooks` does."""

from mockbooks.cli import main

if __name__ == "__main__":
    main()
