"""Parts of the start pages: cards, the form for a new study, stages, sharing."""
