"""Pictures that are taken in: upright, small, bare of what a file says beside them, or refused in words."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from PIL import Image

from survey_engine.errors import EngineError, Problem
from survey_engine.exchange import pictures
from survey_engine.exchange.pictures import LARGEST_KEPT, LONGEST_SIDE, PictureFile, read_picture
from tests.pictures import drawn, noisy, photo, saved

quickly = settings(max_examples=40, deadline=None)
PHOTO = photo()


def opened(file: PictureFile) -> Image.Image:
    return Image.open(BytesIO(file.content))


def fault(content: bytes) -> EngineError:
    with pytest.raises(EngineError) as caught:
        read_picture("aina.png", content)
    return caught.value


def outcome(content: bytes) -> str:
    try:
        return "kept" if read_picture("aina.png", content).content else ""
    except EngineError as error:
        return error.problem


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_picture_of_each_kind_is_kept_as_jpeg_of_its_size(kind: str) -> None:
    file = read_picture("aina", drawn(kind))
    assert (opened(file).format, opened(file).size, file.width, file.height) == ("JPEG", (60, 40), 60, 40)


def test_picture_is_turned_as_the_camera_was_held() -> None:
    file = read_picture("foto.jpg", photo((60, 40), orientation=6))
    red, blue = (opened(file).getpixel(place) for place in ((20, 10), (20, 50)))
    assert (file.width, file.height) == (40, 60)
    assert (red[0] > 200 > red[2], blue[2] > 200 > blue[0]) == (True, True)


def test_nothing_of_camera_place_and_comment_is_kept() -> None:
    kept = read_picture("foto.jpg", PHOTO).content
    assert [words in PHOTO for words in (b"Kamera", b"Exif", b"Annas")] == [True] * 3
    assert [words in kept for words in (b"Kamera", b"Exif", b"Annas")] == [False] * 3


def test_large_picture_is_made_small_and_light() -> None:
    file = read_picture("troksnis.png", noisy("PNG", (1800, 1200)))
    assert max(file.width, file.height) <= LONGEST_SIDE
    assert len(file.content) <= LARGEST_KEPT
    assert round(file.width / file.height, 2) == 1.5


def test_what_is_see_through_becomes_white() -> None:
    file = read_picture("aina.png", saved(Image.new("RGBA", (8, 8), (0, 0, 0, 0)), "PNG"))
    assert opened(file).getpixel((4, 4)) == (255, 255, 255)


def test_name_is_the_hash_of_what_is_kept() -> None:
    same, again, other = (read_picture("a", drawn(colour=colour)).id for colour in ("teal", "teal", "red"))
    assert (same == again, same == other, len(same)) == (True, False, 64)


@given(some.integers(1, 90), some.integers(1, 90), some.sampled_from(["PNG", "JPEG", "WEBP"]))
@quickly
def test_picture_that_is_kept_already_stays_as_it_is(width: int, height: int, kind: str) -> None:
    file = read_picture("a", noisy(kind, (width, height)))
    assert read_picture("b", file.content) == file


def test_file_over_the_limit_is_refused_with_its_size() -> None:
    error = fault(b"\x89PNG" + bytes(10_500_000))
    assert (error.problem, error.details["size"]) == (Problem.PICTURE_TOO_HEAVY, "10.5")


def test_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(monkeypatch) -> None:
    monkeypatch.setattr(pictures, "MOST_MEGAPIXELS", 0.001)
    error = fault(drawn())
    assert (error.problem, error.details["size"]) == (Problem.PICTURE_TOO_LARGE, "60 × 40")


def test_bomb_whose_header_alone_is_huge_is_refused() -> None:
    head = bytearray(drawn())
    head[16:24] = (60_000).to_bytes(4, "big") * 2
    assert fault(bytes(head)).problem == Problem.PICTURE_UNREADABLE


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"%PDF-1.7", b"<svg xmlns='x'/>", PHOTO[:-200], drawn()[:60]]
)
def test_anything_but_a_whole_picture_is_refused(content: bytes) -> None:
    assert fault(content).problem == Problem.PICTURE_UNREADABLE


@given(some.integers(0, len(PHOTO) - 1), some.integers(0, 255), some.integers(0, 3))
@quickly
def test_damaged_file_is_taken_in_or_refused_in_words(place: int, byte: int, cut: int) -> None:
    damaged = bytearray(PHOTO)
    damaged[place] = byte
    assert outcome(bytes(damaged[: len(damaged) - cut])) in {
        "kept",
        Problem.PICTURE_UNREADABLE,
        Problem.PICTURE_TOO_LARGE,
    }
