"""An integration as its maker would write it, kept here to be read, run and copied."""
