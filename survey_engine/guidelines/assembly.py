"""Put the document together from the draft and the facts about the method. Nothing here reads a database."""

from datetime import date

from survey_engine.guidelines.annex import MethodFacts, annex_from
from survey_engine.guidelines.backing import Backing
from survey_engine.guidelines.document import Document, DocumentChapter, DocumentRecommendation, Side
from survey_engine.guidelines.drafts import Draft, DraftChapter, DraftRecommendation
from survey_engine.guidelines.facts import EvidenceFact
from survey_engine.guidelines.paragraphs import paragraph_of
from survey_engine.guidelines.wording import Wording
from survey_engine.i18n import Translations


def assemble(
    draft: Draft, method: MethodFacts, translations: Translations, *, dated: date, version: int = 0
) -> Document:
    """Return the guideline as a document in its own language; `version` 0 is a draft."""
    about = draft.guideline
    wording = Wording(about.language, translations)
    return Document(
        guideline_id=about.id,
        title=about.title,
        language=about.language,
        version=version,
        dated=dated,
        sample=method.sample,
        purpose=about.purpose,
        audience=about.audience,
        how_made=about.how_made,
        study=method.study,
        place=method.place,
        chapters=tuple(_chapter(chapter, wording, method.sample) for chapter in draft.chapters),
        annex=annex_from(method, wording),
    )


def _chapter(chapter: DraftChapter, wording: Wording, sample: bool) -> DocumentChapter:
    return DocumentChapter(
        number=chapter.number,
        title=chapter.record.title,
        introduction=chapter.record.introduction,
        recommendations=tuple(_recommendation(each, wording, sample) for each in chapter.recommendations),
    )


def _recommendation(each: DraftRecommendation, wording: Wording, sample: bool) -> DocumentRecommendation:
    record = each.record
    return DocumentRecommendation(
        id=record.id,
        number=each.number,
        text=record.text,
        addressee=record.addressee,
        due=record.due,
        indicator=record.indicator,
        rationale=record.rationale,
        supporting=_side(each.supporting, each.behind, wording, sample),
        opposing=_side(each.opposing, each.against, wording, sample),
    )


def _side(facts: tuple[EvidenceFact, ...], backing: Backing, wording: Wording, sample: bool) -> Side:
    return Side(
        paragraphs=tuple(paragraph_of(fact, wording, sample=sample) for fact in facts),
        people=None if backing.told.few else backing.people,
        notes=backing.notes,
        sessions=backing.sessions,
        voices=wording.backing(backing),
    )
