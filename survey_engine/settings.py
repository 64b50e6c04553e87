"""Where things are kept and how the installation is reached, read from the environment once.

BALSIS_DATA        folder of the database, keys and everything else that is written (data/local)
DATABASE_URL       database, when it is not the SQLite file in that folder
BALSIS_PUBLIC_URL  address under which participants reach the installation from outside
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Settings:
    """One installation: its folder, its database, its public address ('' where there is none)."""

    folder: Path
    database_url: str
    public_url: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Return the settings that the environment asks for, with the defaults of a laptop."""
        env = os.environ if environment is None else environment
        folder = Path(env.get("BALSIS_DATA") or ROOT / "data" / "local").expanduser().resolve()
        url = env.get("DATABASE_URL") or f"sqlite:///{folder / 'balsis.db'}"
        return cls(folder, url, env.get("BALSIS_PUBLIC_URL", "").rstrip("/"))
