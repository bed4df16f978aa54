"""The settings: one table, read from flags, environment variables and a file."""

from mockbooks.settings.kinds import Limit, Per
from mockbooks.settings.loading import CONFIG_VARIABLE, FILE_NAME, URL_VARIABLE, SettingsError, load_settings
from mockbooks.settings.table import SETTINGS, Setting, Settings

__all__ = [
    "CONFIG_VARIABLE",
    "FILE_NAME",
    "SETTINGS",
    "URL_VARIABLE",
    "Limit",
    "Per",
    "Setting",
    "Settings",
    "SettingsError",
    "load_settings",
]
