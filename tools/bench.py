"""Play a room against the running app and measure it: `make bench`, `make bench PEOPLE=300`.

The app runs as in use, with the sample's questionnaire in a folder of its own. Participants are HTTP
clients that follow by server-sent events; one projector page hangs on Streamlit's websocket. Only
loopback addresses are used. Prints a table and writes bench.json.
"""

import argparse
import asyncio
import json
import sys
import tempfile
from pathlib import Path

from tools.play.figures import table
from tools.play.room import Stage, play
from tools.rooms import facilitator_in, live_room, sample_of
from tools.serving import ROOT, serving


def main(*, people: int, output: Path, port: int | None) -> int:
    """Play one room and report; return how many answers were lost or doubled."""
    with tempfile.TemporaryDirectory(prefix="balsis-bench-") as folder:
        facilitator = facilitator_in(Path(folder))
        study = sample_of(facilitator)
        session = live_room(facilitator, study, title="Bench")
        facilitator.bench.sessions.show_results(session.id, question_id=session.current_question)
        with serving(Path(folder), port=port) as served:
            figures = asyncio.run(play(Stage(served, facilitator, study, session), people))
    print(table(figures))
    output.write_text(json.dumps([one.plain() for one in figures], indent=2) + "\n", encoding="utf-8")
    print(f"written: {output}")
    return sum(one.lost + one.doubled for one in figures)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--output", type=Path, default=ROOT / "bench.json")
    parser.add_argument("--port", type=int, help="serve on this port instead of a free one")
    chosen = parser.parse_args()
    sys.exit(main(people=chosen.people, output=chosen.output, port=chosen.port) > 0)
