"""What whoever runs the server may do with it while it runs, one file per noun; the control API puts it on the wire."""

from mockbooks.control.server import Control

__all__ = ["Control"]
