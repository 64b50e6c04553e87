"""The command line as a whole: each command is found where it is said to be."""

import re

import pytest

from survey_engine.cli import MODULES, main


def test_help_lists_exactly_the_commands_that_are_known(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    listed = re.findall(r"^    ([a-z-]+)", capsys.readouterr().out, re.MULTILINE)
    assert sorted(listed) == sorted(MODULES)


@pytest.mark.parametrize("command", sorted(MODULES))
def test_command_is_found_in_its_own_module(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main([command, "--help"]),
        f"usage: python -m survey_engine {command}" in capsys.readouterr().out,
    ) == (
        0,
        True,
    )
