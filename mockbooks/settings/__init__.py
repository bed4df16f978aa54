"""The settings: one table, read from flags, environment variables and a file."""

from mockbooks.settings.kinds import Limit, Per
from mockbooks.settings.loading import FILE_NAME, SettingsError, load_settings
from mockbooks.settings.subjects import Subject
from mockbooks.settings.table import SETTINGS, Setting, Settings
from mockbooks.settings.variables import CONFIG_VARIABLE, URL_VARIABLE

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
    "Subject",
    "load_settings",
]
