"""An OpenAPI document of any version, read into one model in which refs are followed and odd things are skipped."""
