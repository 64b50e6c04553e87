"""The participants' addresses: `/` for entering a code, `/CODE` and everything below it."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route


def participant_routes() -> list[Route]:
    """Return the routes for people without an account."""
    return [Route("/", show_entrance, methods=["GET"])]


async def show_entrance(request: Request) -> Response:
    """Ask for the code of a session."""
    return PlainTextResponse("Balsis")
