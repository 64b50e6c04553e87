"""Under which address participants reach this installation, and the code that a phone can read off a wall."""

import socket
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from urllib.parse import urlsplit

import segno

# Around a QR code the standard (ISO/IEC 18004) asks for four empty modules.
QUIET = 4


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code as the path of an SVG: `side` modules wide and high, the quiet zone included."""

    side: int
    path: str


def network_address() -> str | None:
    """Return this machine's address on its own network, or None. Nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Connecting a datagram socket only asks the routing table; the address is never contacted.
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        address = str(probe.getsockname()[0])
    return None if address.startswith(("127.", "0.")) else address


def participants_url(public_url: str, seen_url: str, port: int) -> str:
    """Return where participants go: the public address, else the one that the facilitator uses.

    On the laptop itself that would be "localhost", which no phone can reach: then it is the
    laptop's address on its network, and "localhost" only where there is no network at all.
    """
    if public_url:
        return public_url
    seen = urlsplit(seen_url)
    if seen.hostname and not _is_this_machine(seen.hostname):
        return f"{seen.scheme}://{seen.netloc}"
    return f"http://{network_address() or 'localhost'}:{port}"


def short_address(url: str) -> str:
    """Return an address as people read it aloud: without https:// and the last slash."""
    return url.removeprefix("https://").removeprefix("http://").removesuffix("/")


@lru_cache(maxsize=64)
def qr_code(url: str) -> QrCode:
    """Return the QR code of an address; a projector asks for the same one twice a second."""
    matrix = tuple(segno.make_qr(url, error="m").matrix)
    runs = (_run(x, y, width) for y, row in enumerate(matrix) for x, width in _dark_runs(row))
    return QrCode(len(matrix) + 2 * QUIET, "".join(runs))


def _dark_runs(row: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Return where dark modules stand in a row: the first of each run, and how many follow in all."""
    start = 0
    for dark, group in groupby(row):
        width = len(tuple(group))
        if dark:
            yield start, width
        start += width


def _run(x: int, y: int, width: int) -> str:
    return f"M{x + QUIET} {y + QUIET}h{width}v1h-{width}z"


def _is_this_machine(host: str) -> bool:
    return host in ("localhost", "0.0.0.0", "::1") or host.startswith("127.")
