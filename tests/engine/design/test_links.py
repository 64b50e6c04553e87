"""Links of an information: https alone, and the host in plain sight."""

import pytest

from survey_engine.design.kinds import Information
from survey_engine.design.links import clean_https, host_of
from survey_engine.errors import EngineError, Problem


@pytest.mark.parametrize(
    "link",
    [
        "http://balsis.example",
        "javascript:alert(1)",
        "balsis.example",
        "https://",
        "https://bank.example@evil.example/",
        "https://a.example/x y",
        "https:\\\\a.example",
        "https://a.example:port/",
        "https://[::1",
    ],
)
def test_anything_but_a_plain_https_address_is_refused(link: str) -> None:
    with pytest.raises(EngineError) as caught:
        clean_https(link)
    assert (caught.value.problem, caught.value.details) == (Problem.LINK_UNSAFE, {"link": link})


def test_address_is_kept_without_white_space_around_it() -> None:
    assert clean_https("  https://video.example:8443/a?b=č#d ") == "https://video.example:8443/a?b=č#d"
    assert clean_https(" ") == ""


def test_host_is_what_stands_before_the_path() -> None:
    assert [host_of(link) for link in ("https://Video.Example/a", "", "javascript://a.example")] == [
        "video.example",
        "",
        "",
    ]


def test_information_cleans_its_links_and_old_ones_have_none() -> None:
    cleaned = Information(link=" https://a.example/x ", link_text={"lv": " Lasīt "}).cleaned()
    assert (cleaned.link, cleaned.link_text, cleaned.link_host) == (
        "https://a.example/x",
        {"lv": "Lasīt"},
        "a.example",
    )
    old = Information.model_validate({"kind": "information", "text": {"lv": "Gadījums"}})
    assert (old.link, old.video, old.link_host, old.video_host) == ("", "", "", "")
