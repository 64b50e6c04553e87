"""Collect what people say: live sessions, open surveys, notes and transcripts."""
