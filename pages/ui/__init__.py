"""The kit of the pages: registry, workbench, cached, session, visitor, feedback, pickers, follow, parts."""
