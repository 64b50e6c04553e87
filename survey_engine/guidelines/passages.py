"""Find the place of a passage that somebody copied from an answer."""

from survey_engine.errors import EngineError, Problem


def find_passage(text: str, words: str) -> tuple[int, int]:
    """Return start and end (code points, end-exclusive) of `words` in `text`; empty words mean all of it.

    White space around the copied words is not part of them, unless it stands so in the answer.
    Raises PASSAGE_NOT_FOUND, or PASSAGE_SEVERAL where the words stand in it more than once.
    """
    sought = words if words and words in text else words.strip()
    if not sought:
        return trimmed(text)
    start = text.find(sought)
    if start < 0:
        raise EngineError(Problem.PASSAGE_NOT_FOUND, words=sought)
    if text.find(sought, start + 1) >= 0:
        raise EngineError(Problem.PASSAGE_SEVERAL, words=sought, times=_times(text, sought))
    return start, start + len(sought)


def trimmed(text: str) -> tuple[int, int]:
    """Return the place of the text without the white space around it."""
    start = len(text) - len(text.lstrip())
    return start, max(start, len(text.rstrip()))


def _times(text: str, sought: str) -> int:
    return sum(text.startswith(sought, place) for place in range(len(text)))
