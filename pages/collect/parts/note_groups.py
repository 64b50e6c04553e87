"""The groups that can have said something, in words: those of the study, and nobody in particular."""

from pages.ui.i18n import _, localised
from survey_engine.design.models import Study, groups_of


def group_names(study: Study) -> dict[str, str]:
    """Return the names of the groups by key; '' is for when it is not clear who spoke."""
    return {"": _("Not clear"), **{group.key: localised(group.label) for group in groups_of(study)}}


def group_name(study: Study, key: str | None) -> str:
    """Return the name of a group; a key that the study no longer has stands for itself."""
    return group_names(study).get(key or "", key or "")
