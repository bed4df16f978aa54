"""What a transaction is called in messages."""

from typing import Final

from mockbooks.catalogue.entry import Text

NAME: Final = Text("transaction", "boeking")
