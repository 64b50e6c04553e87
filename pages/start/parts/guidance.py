"""What the guide has to say: cautions first, then the ways that fit, each with its reasons and its sources."""

from collections.abc import Iterable

import streamlit as st

from pages.ui.i18n import _, localised
from pages.ui.links import link_to
from pages.ui.plain import plain
from survey_engine.design.guiding import Guidance, Suggestion
from survey_engine.design.methods import Caution, Level, Method, Reason, source
from survey_engine.design.templates import template
from survey_engine.i18n import mark
from survey_engine.texts import Texts

LEVELS = {
    Level.INFORM: mark("inform"),
    Level.CONSULT: mark("consult"),
    Level.INVOLVE: mark("involve"),
    Level.COLLABORATE: mark("collaborate"),
    Level.EMPOWER: mark("let people decide"),
}
# Not a publication: said in the visitor's words.
OURSELVES = "balsis"


def draw_guidance(guidance: Guidance) -> None:
    """Draw everything: cautions, what fits now, what would fit once a caution is mended, and the sources."""
    draw_cautions(guidance.warnings)
    if guidance.suggestions:
        st.header(_("What fits") if not guidance.stops else _("What fits as things stand"), anchor=False)
    elif not guidance.stops:
        _say_nothing_fits()
    for suggestion in guidance.suggestions:
        _draw_suggestion(suggestion)
    if guidance.later:
        st.header(_("What would fit once that is mended"), anchor=False)
        for suggestion in guidance.later:
            _draw_suggestion(suggestion)
    _draw_sources(guidance)


def draw_cautions(cautions: Iterable[Caution]) -> None:
    """Draw where asking goes wrong: what stops first, each with what to do instead."""
    for caution in cautions:
        kind = _("Asking would be a pretence.") if caution.stops else _("Mend this first.")
        lines = [
            f"**{plain(localised(caution.title))}.** {kind} {plain(localised(caution.why))}",
            _bullets(caution.instead),
            _cited(caution.sources),
        ]
        if caution.stops:
            st.error("\n\n".join(lines), icon=":material/block:")
        else:
            st.warning("\n\n".join(lines), icon=":material/warning:")


def _say_nothing_fits() -> None:
    st.warning(
        _(
            "No way fits all that you picked: some of it pulls in different directions. Take more time, "
            "promise less, or divide the question into two steps, each with picks of its own."
        ),
        icon=":material/alt_route:",
    )


def _draw_suggestion(suggestion: Suggestion) -> None:
    method = suggestion.method
    with st.container(border=True):
        st.subheader(plain(localised(method.title)), anchor=False)
        st.caption(" · ".join((_(LEVELS[method.level]), _people(method), plain(localised(method.takes)))))
        st.markdown(plain(localised(method.what)))
        _draw_reasons(_("Why"), suggestion.fits)
        _draw_reasons(_("What speaks against it"), suggestion.against)
        with st.expander(_("What it needs, and what it is good for")):
            _draw_list(_("It needs"), method.needs)
            _draw_list(_("Good for"), method.good_for)
            _draw_list(_("Not for"), method.not_for)
        for name in method.templates:
            st.caption(plain(localised(template(name).title)))
            link_to(
                "studies",
                _("Make a study from this template"),
                icon=":material/add:",
                new="1",
                template=name,
            )


def _draw_reasons(heading: str, reasons: Iterable[Reason]) -> None:
    lines = [f"- {plain(localised(one.says))} {_cited(one.sources)}" for one in reasons]
    if lines:
        st.markdown("\n".join((f"**{heading}**", "", *lines)))


def _draw_list(heading: str, texts: Iterable[Texts]) -> None:
    st.markdown(f"**{heading}**\n\n{_bullets(texts)}")


def _bullets(texts: Iterable[Texts]) -> str:
    return "\n".join(f"- {plain(localised(text))}" for text in texts)


def _people(method: Method) -> str:
    least, most = method.people.least, method.people.most
    if most is None:
        return _("from {least} people").format(least=least)
    return _("{least} to {most} people").format(least=least, most=most)


def _cited(keys: Iterable[str]) -> str:
    """Return the short names of works as a small note in brackets."""
    names = [_("our own judgement") if key == OURSELVES else source(key).short for key in keys]
    return f":small[:gray[({plain('; '.join(names))})]]"


def _draw_sources(guidance: Guidance) -> None:
    shown = (*guidance.suggestions, *guidance.later)
    cited = {
        *(key for one in guidance.warnings for key in one.sources),
        *(key for one in shown for key in one.method.sources),
        *(key for one in shown for reason in (*one.fits, *one.against) for key in reason.sources),
    } - {OURSELVES}
    with st.expander(_("Sources")):
        st.markdown("\n".join(f"- {_work(key)}" for key in sorted(cited)))
        st.caption(
            _(
                "The works are cited for what was read in them. Which reason weighs more, and what is marked "
                "as our own judgement, is decided by Balsis; it is advice, not a rule."
            )
        )


def _work(key: str) -> str:
    work = source(key)
    return f"{plain(work.full)} [{plain(work.url)}]({work.url})" if work.url else plain(work.full)
