"""Pictures of a study: taken in, given out to those who may see the study."""

from collections.abc import Iterable
from datetime import datetime

from survey_engine.collect.codes import fold_join_code
from survey_engine.design.models import Picture
from survey_engine.design.pictures import pictures_in
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.pictures import MEDIA_TYPE, PictureFile, read_picture
from survey_engine.i18n import mark
from survey_engine.storage import pictures as store
from survey_engine.storage import room as rooms
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import PictureRow
from survey_engine.workbench.service import Service


class Pictures(Service):
    """Pictures are added and never changed: old versions and `undo` find theirs."""

    def keep(self, study_id: str, *, name: str, content: bytes) -> PictureFile:
        """Take a picture into a study, once however often it is sent; raise NOT_FOUND and what `read_picture` raises."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
        file = read_picture(name, content)
        with self.database.writing() as transaction:
            self.allow(transaction, study_id)
            add_pictures(transaction, study_id, (file,), self.now())
            transaction.touch_study(study_id)
        return file

    def get(self, study_id: str, *, picture_id: str) -> Picture:
        """Return a picture of a study; raise NOT_FOUND."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            return found(store.picture(transaction, study_id, picture_id))

    def shown_in_room(self, code: str, secret: str, *, picture_id: str) -> Picture:
        """Return a picture that a session shows, to those who joined it; needs no account.

        Raises NOT_FOUND for everybody else, and for any other picture of the same study.
        """
        folder = self.workbench.settings.folder
        with self.database.reading() as transaction:
            room = rooms.room_by_code(transaction, fold_join_code(code))
            if not (room and secret) or not rooms.participant_by_secret(
                transaction, folder, room.session.id, secret
            ):
                return found(None)
            shown = pictures_in(step.question for step in room.steps)
            return found(
                store.picture(transaction, room.study.id, picture_id) if picture_id in shown else None
            )


def add_pictures(transaction: Transaction, study_id: str, files: Iterable[PictureFile], at: datetime) -> None:
    """Add those pictures to a study that it does not have yet."""
    by_id = {file.id: file for file in files}
    for picture_id in by_id.keys() - store.known(transaction, study_id, by_id):
        file = by_id[picture_id]
        made = Picture(
            id=file.id,
            study_id=study_id,
            media_type=MEDIA_TYPE,
            width=file.width,
            height=file.height,
            content=file.content,
            added_at=at,
        )
        transaction.add(PictureRow(**made.model_dump()))
    transaction.flush()


def bring_pictures(
    transaction: Transaction, study_id: str, picture_ids: frozenset[str], others: Iterable[str], at: datetime
) -> None:
    """Copy the pictures that a study does not have from other studies, such as that of a bank question.

    `others` are the studies that the visitor may see. Raises NOT_FOUND for a picture that none of them has.
    """
    for picture_id in picture_ids - store.known(transaction, study_id, picture_ids):
        copied = found(store.picture_in(transaction, others, picture_id))
        transaction.add(PictureRow(**copied.model_dump() | {"study_id": study_id, "added_at": at}))
    transaction.flush()


def files_of(transaction: Transaction, study_id: str, picture_ids: frozenset[str]) -> tuple[PictureFile, ...]:
    """Return those of these pictures that the study has, by id."""
    kept = (store.picture(transaction, study_id, picture_id) for picture_id in sorted(picture_ids))
    return tuple(PictureFile(one.id, one.content, one.width, one.height) for one in kept if one)


def found(picture: Picture | None) -> Picture:
    """Return the picture; raise NOT_FOUND for None."""
    if picture is None:
        raise EngineError(Problem.NOT_FOUND, what=mark("picture"))
    return picture
