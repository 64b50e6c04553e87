"""The command line: one sub-command for each job, found in the modules beside this one.

A module takes part by having `register(subparsers)`; there it adds its parsers and sets
`func(args) -> int` on each. Exit status: 0 done, 1 done with refused rows, 2 not done.
Results go to standard output, everything else to standard error.
"""

import argparse
import importlib
import os
import pkgutil
import sys
import traceback
from collections.abc import Sequence

from survey_engine.cli.output import _, say, use_utf8
from survey_engine.errors import EngineError, Problem

DONE, DONE_WITH_REFUSED, NOT_DONE = 0, 1, 2
INTERRUPTED = 130
# Which module a command is in, so that a command loads its own: `lemmas` need not wait two seconds
# for what draws documents and compares groups.
MODULES = {
    "backup": "exchange",
    "compare": "compare",
    "convert": "convert",
    "demo": "exchange",
    "export": "exchange",
    "guideline": "guideline",
    "import-answers": "imports",
    "import-polis": "imports",
    "import-transcript": "imports",
    "lemmas": "themes",
    "restore": "exchange",
    "themes": "themes",
    "words": "themes",
}


def main(argv: Sequence[str]) -> int:
    """Run one sub-command and return its exit status; faults of people never show a traceback."""
    use_utf8()
    try:
        arguments = _parser(_modules_for(argv)).parse_args(argv)
        status: int = arguments.func(arguments)
        sys.stdout.flush()
        return status
    except SystemExit as stop:
        # argparse leaves this way, after --help (0) as after a wrong argument (2).
        return stop.code if isinstance(stop.code, int) else NOT_DONE
    except EngineError as error:
        say(error.say(_))
    except BrokenPipeError:
        # Whoever read the output has gone; nothing is left to say to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        say(f"{error.filename or 'balsis'}: {error.strerror or error}")
    except KeyboardInterrupt:
        say(_("Stopped; nothing was kept."))
        return INTERRUPTED
    except Exception as error:
        # Whatever it is, the status must not be the one that means "done with refused rows".
        _say_fault(error)
    return NOT_DONE


def _say_fault(error: Exception) -> None:
    """Say what the database says; a fault of ours in full."""
    from survey_engine.workbench import words_of_database  # loaded only where something is wrong

    if said := words_of_database(error):
        say(EngineError(Problem.DATABASE_UNUSABLE, why=said).say(_))
    else:
        traceback.print_exc()


def _modules_for(argv: Sequence[str]) -> Sequence[str]:
    """Return the module of the command that is asked for; of anything else (such as --help) all of them."""
    if argv and argv[0] in MODULES:
        return (MODULES[argv[0]],)
    return sorted(found.name for found in pkgutil.iter_modules(__path__))


def _parser(modules: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m survey_engine",
        description="Balsis without a screen: files in and out, words, themes, comparisons, guidelines.",
        epilog="Exit status: 0 done, 1 done with refused rows, 2 not done. BALSIS_DATA names the folder "
        "of the installation; DATABASE_URL moves the database alone.",
    )
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    for module in modules:
        register = getattr(importlib.import_module(f"{__name__}.{module}"), "register", None)
        if register is not None:
            register(subparsers)
    return parser
