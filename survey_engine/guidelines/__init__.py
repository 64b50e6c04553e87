"""Draft guidelines in which every recommendation carries its evidence."""
