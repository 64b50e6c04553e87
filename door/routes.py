"""The door's addresses: /sign-in, /sign-out, /first-account, and /studio without its slash."""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from door.guard import STUDIO
from door.views import is_secure, language_of, page
from survey_engine import workbench as engine
from survey_engine.accounts import STUDIO_COOKIE, Account
from survey_engine.errors import EngineError
from survey_engine.i18n import translations
from survey_engine.workbench.accounts import COOKIE_LASTS

HOME = f"{STUDIO}/"
SEE_OTHER = 303
LONGEST_FIELD = 1_000


def door_routes() -> list[Route]:
    """Return the routes for everybody who wants to become, or stop being, a signed-in facilitator."""
    return [
        Route("/sign-in", show_sign_in, methods=["GET"]),
        Route("/sign-in", sign_in, methods=["POST"]),
        Route("/sign-out", show_sign_out, methods=["GET"]),
        Route("/sign-out", sign_out, methods=["POST"]),
        Route("/first-account", show_first_account, methods=["GET"]),
        Route("/first-account", create_first_account, methods=["POST"]),
        Route(STUDIO, lambda request: RedirectResponse(HOME, SEE_OTHER), methods=["GET"]),
    ]


async def show_sign_in(request: Request) -> Response:
    """Show the form for signing in; go on at once where somebody is signed in."""
    wanted = _local(request.query_params.get("next", ""))
    if await _visitor(request):
        return RedirectResponse(wanted, SEE_OTHER)
    ready = await run_in_threadpool(engine.current().accounts.exist)
    return page(request, "sign_in.html", next=wanted, email="", problem="", ready=ready)


async def sign_in(request: Request) -> Response:
    """Sign in and go where the visitor wanted to; otherwise say what is wrong."""
    form = await request.form()
    email, wanted = _field(form, "email"), _local(_field(form, "next"))
    try:
        account = await _run(
            lambda: engine.current().accounts.sign_in(email=email, password=_field(form, "password"))
        )
    except EngineError as fault:
        return page(
            request,
            "sign_in.html",
            status=422,
            next=wanted,
            email=email,
            problem=_words(request, fault),
            ready=True,
        )
    return _signed_in(request, account, wanted)


async def show_sign_out(request: Request) -> Response:
    """Show one button: a link alone must not be able to sign anybody out."""
    return page(request, "sign_out.html", account=await _visitor(request))


async def sign_out(request: Request) -> Response:
    """End every signed-in session of the account, on every device."""
    if account := await _visitor(request):
        await run_in_threadpool(engine.current().accounts.sign_out, account)
    response = RedirectResponse("/sign-in", SEE_OTHER)
    response.delete_cookie(STUDIO_COOKIE, path="/", httponly=True, samesite="lax")
    return response


async def show_first_account(request: Request) -> Response:
    """Show the form for the first account, or say that the link is of no use any more."""
    token = request.query_params.get("token", "")
    valid = await run_in_threadpool(engine.current().accounts.invitation_is_valid, token)
    return page(
        request,
        "first_account.html",
        status=200 if valid else 404,
        token=token,
        valid=valid,
        email="",
        name="",
        problem="",
    )


async def create_first_account(request: Request) -> Response:
    """Create the account, sign it in, and go to the studio; otherwise say what is wrong."""
    form = await request.form()
    token, email, name = (_field(form, field) for field in ("token", "email", "name"))
    try:
        account = await _run(
            lambda: engine.current().accounts.create(
                secret=token,
                email=email,
                name=name,
                password=_field(form, "password"),
                language=language_of(request),
            )
        )
    except EngineError as fault:
        problem = _words(request, fault)
        return page(
            request,
            "first_account.html",
            status=422,
            token=token,
            valid=True,
            email=email,
            name=name,
            problem=problem,
        )
    return _signed_in(request, account, HOME)


def _signed_in(request: Request, account: Account, wanted: str) -> Response:
    response = RedirectResponse(wanted, SEE_OTHER)
    response.set_cookie(
        STUDIO_COOKIE,
        engine.current().accounts.cookie_for(account),
        max_age=int(COOKIE_LASTS.total_seconds()),
        path="/",
        httponly=True,
        samesite="lax",
        secure=is_secure(request),
    )
    return response


async def _visitor(request: Request) -> Account | None:
    cookie = request.cookies.get(STUDIO_COOKIE)
    return await run_in_threadpool(engine.current().accounts.visitor, cookie) if cookie else None


async def _run(action: Callable[[], Account]) -> Account:
    return await run_in_threadpool(action)


def _field(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value[:LONGEST_FIELD] if isinstance(value, str) else ""


def _local(wanted: str) -> str:
    """Return the wanted address where it is a page of the studio, else its first page."""
    clean = wanted.startswith(HOME) and "\\" not in wanted and wanted.isprintable()
    return wanted if clean else HOME


def _words(request: Request, fault: EngineError) -> str:
    return fault.say(translations(language_of(request)).gettext)
