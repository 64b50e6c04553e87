"""What the server's process uses: processor seconds and memory, as the kernel counts them (Linux)."""

import os
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@dataclass(frozen=True, slots=True)
class Usage:
    """Processor seconds spent so far, and memory held now in megabytes."""

    cpu_seconds: float
    memory_mb: float


def usage_of(pid: int) -> Usage:
    """Return what a process has used; raise FileNotFoundError where there is no /proc."""
    stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    # The name in parentheses may hold spaces; the numbers begin after it: state is the third field.
    numbers = stat.rpartition(")")[2].split()
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8", errors="replace")
    resident = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return Usage((int(numbers[11]) + int(numbers[12])) / TICKS, int(resident.split()[1]) / 1024)
