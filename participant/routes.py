"""The participants' addresses: `/` for entering a code, `/CODE` for the room, and what lies below it."""

from starlette.routing import Route

from participant import entrance, invited, leaving, pictures, preview, room


def participant_routes() -> list[Route]:
    """Return the routes for people without an account. Longer addresses come before `/CODE`."""
    return [
        Route("/", entrance.show_entrance, methods=["GET"]),
        Route("/take-back", leaving.show_take_back, methods=["GET"]),
        Route("/take-back", leaving.take_back, methods=["POST"]),
        *(route for start in preview.STARTS for route in _preview_routes(f"/{start}/{{questionnaire}}")),
        Route("/{code}/i/{token}", invited.show_invited, methods=["GET"]),
        Route("/picture/{study}/{picture}", pictures.show_study_picture, methods=["GET"]),
        Route("/{code}/picture/{picture}", pictures.show_room_picture, methods=["GET"]),
        Route("/{code}/join", entrance.join, methods=["POST"]),
        Route("/{code}/welcome", entrance.show_welcome, methods=["GET"]),
        Route("/{code}/resume", entrance.resume, methods=["POST"]),
        Route("/{code}/answer", room.answer, methods=["POST"]),
        Route("/{code}/page", room.answer_page, methods=["POST"]),
        Route("/{code}/finish", room.finish, methods=["POST"]),
        Route("/{code}/state", room.show_state, methods=["GET"]),
        Route("/{code}/pool", room.show_pool, methods=["GET"]),
        Route("/{code}/events", room.show_events, methods=["GET"]),
        Route("/{code}/take-back", leaving.show_take_back, methods=["GET"]),
        Route("/{code}/take-back", leaving.take_back, methods=["POST"]),
        Route("/{code}", room.show_room, methods=["GET"]),
    ]


def _preview_routes(place: str) -> list[Route]:
    return [
        Route(place, preview.show_preview, methods=["GET"]),
        Route(f"{place}/answer", preview.answer_preview, methods=["POST"]),
        Route(f"{place}/page", preview.answer_preview_page, methods=["POST"]),
        Route(f"{place}/finish", preview.finish_preview, methods=["POST"]),
        Route(f"{place}/picture/{{picture}}", pictures.show_preview_picture, methods=["GET"]),
        Route(f"{place}/{{anything}}", preview.show_nothing, methods=["GET"]),
    ]
