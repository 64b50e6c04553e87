"""Information: something to read before a question; nobody answers it."""

from collections.abc import Collection
from typing import Literal, Self

from pydantic import Field

from survey_engine.design.kinds.base import Question
from survey_engine.design.limits import LONGEST_LABEL, clean_texts
from survey_engine.design.links import clean_https, host_of
from survey_engine.texts import Texts


class Information(Question):
    """A text shown between questions; `text` is its heading and `help` its body.

    `link` and `video` lead to other people's pages (https) and are only ever links: nothing of them is
    fetched or shown here. `link_text` says what the link is; where it is empty, its host does.
    """

    kind: Literal["information"] = "information"
    link: str = ""
    link_text: Texts = Field(default_factory=dict)
    video: str = ""

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
        }
        return super().cleaned(used_codes).model_copy(update=links)
