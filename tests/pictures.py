"""Pictures as somebody may upload them, drawn on the spot."""

from io import BytesIO
from random import Random

from PIL import Image

CAMERA, ORIENTATION, GPS = 0x010F, 0x0112, 0x8825


def drawn(kind: str = "PNG", size: tuple[int, int] = (60, 40), colour: str = "teal", **how: object) -> bytes:
    """Return a picture of one colour."""
    return saved(Image.new("RGB", size, colour), kind, **how)


def noisy(kind: str, size: tuple[int, int]) -> bytes:
    """Return a picture that hardly gets smaller by being packed."""
    return saved(Image.frombytes("RGB", size, Random(1).randbytes(3 * size[0] * size[1])), kind)


def photo(size: tuple[int, int] = (60, 40), orientation: int = 1) -> bytes:
    """Return a JPEG with its left half red and its right half blue, that says who took it and where."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, *size))
    exif = Image.Exif()
    exif[CAMERA], exif[ORIENTATION] = "Kamera Nr. 7", orientation
    exif.get_ifd(GPS)[1] = "N"
    return saved(image, "JPEG", exif=exif, comment=b"Annas telefons", quality=95)


def saved(image: Image.Image, kind: str, **how: object) -> bytes:
    """Return an image as the bytes of a file."""
    file = BytesIO()
    image.save(file, kind, **how)
    return file.getvalue()
