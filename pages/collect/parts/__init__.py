"""Parts of the collecting pages: each draws one thing, and asks the workbench at most once."""
