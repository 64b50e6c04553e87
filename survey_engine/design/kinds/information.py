"""Information: something to read before a question; nobody answers it."""

from collections.abc import Collection, Sequence
from typing import Literal, Self

from pydantic import Field

from survey_engine.design.findings import Check, Finding
from survey_engine.design.kinds.base import Question
from survey_engine.design.limits import LONGEST_LABEL, LONGEST_QUESTION, clean_texts
from survey_engine.design.links import clean_https, host_of
from survey_engine.texts import Texts, missing_languages


class Information(Question):
    """A text shown between questions; `text` is its heading and `help` its body.

    `link` and `video` lead to other people's pages (https) and are only ever links: nothing of them is
    fetched or shown here. `link_text` says what the link is; where it is empty, its host does.
    `picture` is the id of a picture of the study ('' for none), with its width and height in pixels;
    `picture_alt` says it in words to whoever does not see it.
    """

    kind: Literal["information"] = "information"
    link: str = ""
    link_text: Texts = Field(default_factory=dict)
    video: str = ""
    picture: str = ""
    picture_width: int = 0
    picture_height: int = 0
    picture_alt: Texts = Field(default_factory=dict)

    @property
    def takes_answers(self) -> bool:
        return False

    @property
    def link_host(self) -> str:
        """Return the host that the link leads to."""
        return host_of(self.link)

    @property
    def video_host(self) -> str:
        """Return the host that the video is on."""
        return host_of(self.video)

    def cleaned(self, used_codes: Collection[str] = ()) -> Self:
        """Return the information with its links as they are stored; raise LINK_UNSAFE besides."""
        links = {
            "link": clean_https(self.link),
            "link_text": clean_texts(self.link_text, LONGEST_LABEL),
            "video": clean_https(self.video),
            "picture_alt": clean_texts(self.picture_alt, LONGEST_QUESTION),
        }
        return super().cleaned(used_codes).model_copy(update=links)

    def findings(self, number: int, languages: Sequence[str]) -> tuple[Finding, ...]:
        """Return what is to be said before publishing; a picture has to be said in words in every language."""
        unsaid = missing_languages(self.picture_alt, languages) if self.picture else ()
        found = [self._finding(Check.PICTURE_UNSAID, number, language=code) for code in unsaid]
        return (*super().findings(number, languages), *found)
