"""What facilitators, note-takers and researchers see. Pages ask the workbench and draw one result."""
