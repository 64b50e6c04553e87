"""The page of files: what can be taken along, and what is brought in with its bad rows in sight."""

from survey_engine.accounts import Account
from survey_engine.workbench import Workbench
from tests import factories as make
from tests.conftest import make_account
from tests.engine.exchange.test_polis import COMMENTS, PEOPLE, VOTES

PAGE = "collect/files.py"
TABLE = "Grupa,Kas palīdz?\nngo,Telpas\ncouncil,\nJaunieši,Nauda\n"
CSV = "text/csv"


def button(app, label: str):
    return next(button for button in app.button if button.label == label)


def words_on(app) -> str:
    return "\n".join(e.value for e in (*app.caption, *app.markdown, *app.info, *app.warning, *app.error))


def test_nothing_can_be_taken_along_where_nobody_answered_yet(open_page, bench, account) -> None:
    app = open_page(PAGE, study=make.make_study(bench, account).id)

    assert not app.exception
    assert [(d.label, d.disabled) for d in app.get("download_button")] == [
        ("Excel darbgrāmata (XLSX)", True),
        ("CSV faili (ZIP)", True),
    ]


def test_answers_can_be_taken_along_in_two_formats(open_page, room) -> None:
    room.answer("q-open", text="Telpas")

    app = open_page(PAGE, study=room.study.id)

    assert not app.exception
    assert [d.disabled for d in app.get("download_button")] == [False, False]
    assert "1 cilvēks · 1 atbilde" in words_on(app)


def test_a_table_is_brought_in_with_its_bad_rows_in_sight(
    open_page, bench: Workbench, account: Account
) -> None:
    study = make.make_study(bench, account)
    app = open_page(PAGE, study=study.id)
    app.file_uploader(key="table").upload("atbildes.csv", TABLE.encode(), CSV).run()
    app.multiselect(key="text_columns").set_value(["Kas palīdz?"]).run()
    app.selectbox(key="group_column").set_value("Grupa").run()

    assert not app.exception
    assert [warning.value for warning in app.warning] == ["1 rindu nevar paņemt."]
    refused = app.dataframe[-1].value.to_dict("records")
    assert refused == [{"Fails": "atbildes.csv", "Rinda": 3, "Kāpēc": "nav teksta"}]

    button(app, "Ienest").click().run()

    assert not app.exception
    outgoing = bench.files.outgoing(study.id)
    assert (outgoing.participants, outgoing.answers) == (2, 2)
    assert [group["key"] for group in bench.studies.get(study.id).groups] == ["ngo", "council", "jauniesi"]


def test_nothing_is_brought_in_while_the_facilitator_means_to_mend_the_file(
    open_page, bench: Workbench, account: Account
) -> None:
    app = open_page(PAGE, study=make.make_study(bench, account).id)
    app.file_uploader(key="table").upload("atbildes.csv", TABLE.encode(), CSV).run()
    app.multiselect(key="text_columns").set_value(["Kas palīdz?"]).run()
    app.radio(key="refused_choice").set_value("nothing").run()

    assert button(app, "Ienest").disabled


def test_a_file_that_cannot_be_read_is_explained_in_words(
    open_page, bench: Workbench, account: Account
) -> None:
    app = open_page(PAGE, study=make.make_study(bench, account).id)

    app.file_uploader(key="table").upload("a.xlsx", b"PK\x03\x04 damaged", "application/zip").run()

    assert not app.exception
    assert ["a.xlsx" in error.value for error in app.error] == [True]


def test_letters_of_an_old_encoding_are_read_once_it_is_named(open_page, bench, account) -> None:
    app = open_page(PAGE, study=make.make_study(bench, account).id)
    app.file_uploader(key="table").upload("a.csv", "Kas palīdz?\nŠķūnis\n".encode("cp1257"), CSV).run()
    assert "Windows-1257" in app.error[0].value

    app.selectbox(key="table_encoding").set_value("cp1257").run()

    assert not app.error
    assert app.dataframe[0].value.to_dict("records") == [{"Kas palīdz?": "Šķūnis"}]


def test_speakers_of_a_transcript_are_given_groups_or_ruled_out(open_page, bench, account) -> None:
    study = make.make_study(bench, account)
    app = open_page(PAGE, study=study.id)
    app.segmented_control(key="upload_kind").set_value("transcript").run()
    text = "Anna: Nav telpu.\nGalvenais: tās ir vajadzīgas.\nJānis: Ir.\n"
    app.file_uploader(key="transcript").upload("grupa.txt", text.encode(), "text/plain").run()
    app.selectbox(key="speaker_Anna").set_value("ngo").run()
    app.selectbox(key="speaker_Galvenais").set_value("-").run()
    button(app, "Ienest").click().run()

    assert not app.exception
    source = bench.files.outgoing(study.id).tables[0]
    place = {name: source.columns.index(name) for name in ("group", "text", "origin")}
    assert [tuple(row[place[name]] for name in place) for row in source.rows] == [
        ("ngo", "Nav telpu.\nGalvenais: tās ir vajadzīgas.", "transcript"),
        (None, "Ir.", "transcript"),
    ]


def test_a_polis_conversation_becomes_a_study_of_its_own(
    open_page, bench: Workbench, account: Account
) -> None:
    study = make.make_study(bench, account)
    app = open_page(PAGE, study=study.id)
    app.segmented_control(key="upload_kind").set_value("polis").run()
    files = {"comments.csv": COMMENTS, "votes.csv": VOTES, "participants-votes.csv": PEOPLE}
    uploads = [(name, text.encode(), CSV) for name, text in files.items()]
    app.file_uploader(key="polis").set_value(uploads).run()
    button(app, "Ienest").click().run()

    assert not app.exception
    mine = bench.on_behalf_of(account)
    assert sorted(one.title for one in mine.studies.all()) == sorted([study.title, "Polis saruna"])


def test_a_missing_polis_file_is_named(open_page, bench: Workbench, account: Account) -> None:
    app = open_page(PAGE, study=make.make_study(bench, account).id)
    app.segmented_control(key="upload_kind").set_value("polis").run()

    app.file_uploader(key="polis").set_value([("comments.csv", COMMENTS.encode(), CSV)]).run()

    assert ["votes.csv" in error.value for error in app.error] == [True]


def test_somebody_elses_study_shows_nothing_to_take_along(open_page, bench: Workbench) -> None:
    theirs = make.make_study(bench, make_account(bench, "juris@example.org", "Juris"))

    app = open_page(PAGE, study=theirs.id)

    assert app.get("download_button") == []
    assert app.get("file_uploader") == []
