"""Pictures taken in: opened with care, turned upright, made small, written anew without anything else in them.

Every picture is kept as a JPEG: participants' browsers, Word and LibreOffice all show it.
"""

import struct
import zlib
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageOps

from survey_engine.errors import EngineError, Problem

KINDS = ("png", "jpg", "jpeg", "webp")
FORMATS = ("PNG", "JPEG", "WEBP")
MEDIA_TYPE = "image/jpeg"
# What is taken in, and what is kept of it.
LARGEST_MB = 10
MOST_MEGAPIXELS = 50
LONGEST_SIDE = 1600
LARGEST_KEPT = 250_000
QUALITIES = (82, 72, 62, 52)
END = b"\xff\xd9"
# What a damaged file makes Pillow raise, one format or another.
BROKEN = (
    *(OSError, ValueError, SyntaxError, EOFError, OverflowError, IndexError, KeyError, TypeError),
    *(struct.error, zlib.error, Image.DecompressionBombError, Image.DecompressionBombWarning),
)


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture as it is kept: `id` is the hash of its bytes, width and height are in pixels."""

    id: str
    content: bytes
    width: int
    height: int


def read_picture(name: str, content: bytes) -> PictureFile:
    """Return a PNG, JPEG or WebP file as it is kept; what is kept already stays as it is, byte by byte.

    Of an animation the first picture is taken, and what is see-through becomes white.
    Raises PICTURE_TOO_HEAVY, PICTURE_TOO_LARGE, PICTURE_UNREADABLE.
    """
    if len(content) > LARGEST_MB * 1_000_000:
        size = f"{len(content) / 1_000_000:.1f}"
        raise EngineError(Problem.PICTURE_TOO_HEAVY, name=name, size=size, most=LARGEST_MB)
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as image:
            if image.width * image.height > MOST_MEGAPIXELS * 1_000_000:
                size = f"{image.width} × {image.height}"
                raise EngineError(Problem.PICTURE_TOO_LARGE, name=name, size=size, most=MOST_MEGAPIXELS)
            if _is_kept_form(image, content):
                image.load()
                return _file(content, image)
            return _written(_upright(image))
    except BROKEN:
        raise EngineError(Problem.PICTURE_UNREADABLE, name=name) from None


def _is_kept_form(image: Image.Image, content: bytes) -> bool:
    """Say whether this is a picture as we write it: nothing in it but the picture, nothing after its end."""
    parts = {part for part, _content in getattr(image, "applist", ())}
    return (
        image.format == "JPEG"
        and image.mode == "RGB"
        and parts <= {"APP0"}
        and "comment" not in image.info
        and max(image.size) <= LONGEST_SIDE
        and len(content) <= LARGEST_KEPT
        and content.find(END) == len(content) - len(END)
    )


def _upright(image: Image.Image) -> Image.Image:
    """Return the picture as a camera meant it, small enough, on white."""
    # A large JPEG is taken apart at a lower resolution to begin with: less memory, less time.
    image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    turned = ImageOps.exif_transpose(image)
    is_see_through = turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info
    turned = turned.convert("RGBA" if is_see_through else "RGB")
    turned.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    if is_see_through:
        white = Image.new("RGB", turned.size, "white")
        white.paste(turned, mask=turned.getchannel("A"))
        return white
    return turned


def _written(image: Image.Image) -> PictureFile:
    """Return the picture as a JPEG that is light enough: less fine first, then smaller."""
    while True:
        # A bare copy: what a file says beside its picture (place, camera, names) stays behind.
        bare = Image.frombytes("RGB", image.size, image.tobytes())
        for quality in QUALITIES:
            file = BytesIO()
            bare.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
            if len(file.getvalue()) <= LARGEST_KEPT:
                return _file(file.getvalue(), image)
        image = image.resize((max(1, image.width * 4 // 5), max(1, image.height * 4 // 5)))


def _file(content: bytes, image: Image.Image) -> PictureFile:
    return PictureFile(sha256(content).hexdigest(), content, image.width, image.height)
