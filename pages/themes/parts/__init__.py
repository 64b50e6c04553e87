"""Parts of the themes pages: what is looked at, words, cards, decisions, and marking a passage."""
