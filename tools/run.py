"""Start Balsis: migrate, say where it can be reached, and serve: `python -m tools.run`.

Port by PORT (8501). With --demo an invented sample study is loaded once, into a folder of its own.
"""

import argparse
import os
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from tools.words import said

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_PORT = 8501


def main(*, demo: bool) -> None:
    """Prepare the installation, print its addresses, and serve."""
    port = int(os.environ.get("PORT") or DEFAULT_PORT)
    if is_taken(port):
        sys.exit(said("port-taken", port=port, other=port + 1))
    if demo:
        _use_demo_folder()
    for line in opening_lines(port):
        print(line, flush=True)
    serve(server_arguments(port, os.environ.get("BALSIS_PUBLIC_URL", "")))


def opening_lines(port: int) -> list[str]:
    """Migrate the database and return what the terminal says: addresses, and the link to the first account."""
    from survey_engine.errors import EngineError
    from survey_engine.settings import Settings
    from survey_engine.workbench import current

    try:
        accounts = current().accounts
    except EngineError as error:
        sys.exit(str(error))
    lines = [
        "",
        "  " + said("facilitator", url=f"http://localhost:{port}/studio"),
        "  " + _participants_line(port, Settings.from_environment().public_url),
    ]
    if not accounts.exist():
        link = f"http://localhost:{port}/first-account?token={accounts.invite()}"
        lines.append("  " + said("first-account", url=link))
    return [*lines, ""]


def server_arguments(port: int, public_url: str = "") -> list[str]:
    """Return what Streamlit is asked to serve; pages also accept visitors of the public address."""
    arguments = ["run", "app.py", "--server.port", str(port)]
    host = urlsplit(public_url).hostname
    return [*arguments, "--browser.serverAddress", host] if host else arguments


def serve(arguments: list[str]) -> None:
    """Serve in this very process until Ctrl+C, which ends it without a word of complaint."""
    import click
    from streamlit.web import cli

    os.chdir(ROOT)
    try:
        cli.main(arguments, standalone_mode=False)
    except (click.Abort, KeyboardInterrupt):
        print(said("stopped"), flush=True)


def network_address() -> str | None:
    """Return this machine's address on its own network, or None. Nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Connecting a datagram socket only asks the routing table; the address is never contacted.
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        address = str(probe.getsockname()[0])
    return None if address.startswith(("127.", "0.")) else address


def is_taken(port: int) -> bool:
    """Say whether another program listens on this port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name == "posix":
            # A port that was left a moment ago counts as free, as it does for the server.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("0.0.0.0", port))
        except OSError:
            return True
    return False


def _participants_line(port: int, public_url: str) -> str:
    if public_url:
        return said("participants", url=public_url)
    address = network_address()
    if address is None:
        return said("no-network", url=f"http://localhost:{port}")
    return said("participants", url=f"http://{address}:{port}")


def _use_demo_folder() -> None:
    """Keep the sample beside the real studies, never among them, and load it once."""
    folder = Path(os.environ.get("BALSIS_DATA") or ROOT / "data" / "local") / "demo"
    os.environ["BALSIS_DATA"] = str(folder)
    os.environ.pop("DATABASE_URL", None)
    loaded = folder / "sample-loaded"
    if loaded.exists():
        return
    print(said("loading-demo"), flush=True)
    loading = [sys.executable, "-m", "survey_engine", "demo"]
    if subprocess.run(loading, cwd=ROOT, stdout=subprocess.DEVNULL).returncode != 0:
        sys.exit(said("demo-failed", folder=folder))
    loaded.touch()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--demo", action="store_true", help="with the invented sample study")
    main(demo=parser.parse_args().demo)
