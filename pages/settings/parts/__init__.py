"""Parts of the settings pages."""
