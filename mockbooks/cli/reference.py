"""The pages of documentation that are made from the tables: what is on them cannot be another than what holds."""

from mockbooks.cli.command_line_page import command_line_reference
from mockbooks.cli.settings_page import settings_reference
from mockbooks.cli.vendor_file_page import vendor_file_reference

__all__ = ["command_line_reference", "settings_reference", "vendor_file_reference"]
