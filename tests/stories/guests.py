"""The rest of a room: people who take part by plain forms over HTTP, so that a story has enough voices."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import httpx


@dataclass(frozen=True, slots=True)
class Guest:
    """One more participant, without a screen of their own."""

    client: httpx.Client
    code: str

    @classmethod
    def arrives(cls, address: str, code: str, group: str, language: str = "lv") -> "Guest":
        """Join the session with this code as one of a group."""
        guest = cls(httpx.Client(base_url=address, timeout=30), code)
        form = {"group": group, "consent": "yes", "language": language}
        answer = guest.client.post(f"/{code}/join", data=form)
        assert answer.headers.get("location") == f"/{code}/welcome", answer.text
        return guest

    def answers(self, **fields: str) -> None:
        """Send the form of the question that is on now."""
        page = self.client.get(f"/{self.code}").text
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
        answer = self.client.post(f"/{self.code}/answer", data={**hidden, **fields})
        assert answer.status_code == 303, answer.text


@contextmanager
def arriving(address: str, code: str, groups: Sequence[str]) -> Iterator[list[Guest]]:
    """Let one guest of each of these groups join; they leave at the end."""
    guests = [Guest.arrives(address, code, group) for group in groups]
    yield guests
    for guest in guests:
        guest.client.close()
