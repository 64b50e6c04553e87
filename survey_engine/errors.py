"""What can go wrong that a person can act on.

    EngineError          carries one Problem and its details; never a traceback on screen
    └── Problem          one member per fault; its words are in WORDS, and are translatable

A real bug is not an EngineError: it is let through, logged, and mended.
Every text says what happened, where, and two ways out.
"""

from collections.abc import Callable
from enum import StrEnum

from survey_engine.i18n import Marked, mark


class Problem(StrEnum):
    """One fault a person can act on; the value is its stable code."""

    NOT_FOUND = "not-found"
    NOT_ALLOWED = "not-allowed"
    SIGN_IN_FAILED = "sign-in-failed"
    SIGN_IN_THROTTLED = "sign-in-throttled"
    EMAIL_TAKEN = "email-taken"
    EMAIL_INVALID = "email-invalid"
    PASSWORD_WEAK = "password-weak"
    INVITATION_INVALID = "invitation-invalid"
    DATABASE_NEWER = "database-newer"
    DATABASE_UNUSABLE = "database-unusable"
    KEY_EMPTY = "key-empty"
    GROUP_EMPTY = "group-empty"
    QUOTE_OUTSIDE = "quote-outside"
    QUOTE_IN_USE = "quote-in-use"
    NOTHING_CHOSEN = "nothing-chosen"
    NOTHING_TO_TAKE_BACK = "nothing-to-take-back"
    ANSWER_EMPTY = "answer-empty"
    ANSWER_UNFIT = "answer-unfit"
    ANSWER_CODE_UNKNOWN = "answer-code-unknown"
    ANSWER_TOO_FEW = "answer-too-few"
    ANSWER_TOO_MANY = "answer-too-many"
    RANKED_TWICE = "ranked-twice"
    NUMBER_UNFIT = "number-unfit"
    NUMBER_TOO_FINE = "number-too-fine"
    NUMBER_TOO_LOW = "number-too-low"
    NUMBER_TOO_HIGH = "number-too-high"
    DATE_UNFIT = "date-unfit"
    DATE_TOO_EARLY = "date-too-early"
    DATE_TOO_LATE = "date-too-late"
    AMOUNT_UNFIT = "amount-unfit"
    POINTS_LEFT = "points-left"
    POINTS_OVER = "points-over"
    BUDGET_OVER = "budget-over"
    ROWS_LEFT = "rows-left"
    POSITION_HALF = "position-half"
    OTHER_UNCHOSEN = "other-unchosen"
    NONE_AND_OTHERS = "none-and-others"
    DECLINED_AND_OTHERS = "declined-and-others"
    TEXT_TOO_LONG = "text-too-long"
    TEXT_NO_EMAIL = "text-no-email"
    TEXT_NO_PHONE = "text-no-phone"
    TEXT_NO_POSTCODE = "text-no-postcode"
    TEXT_UNFIT = "text-unfit"
    WORDS_TOO_MANY = "words-too-many"
    WORD_TOO_LONG = "word-too-long"
    NOTE_EMPTY = "note-empty"
    MARK_UNKNOWN = "mark-unknown"
    SHEETS_UNFIT = "sheets-unfit"
    SHEET_UNKNOWN = "sheet-unknown"
    SHEET_ENTERED = "sheet-entered"
    SHEET_TAKEN_BACK = "sheet-taken-back"
    SHEET_UNREADABLE = "sheet-unreadable"
    SHEET_WITHOUT_CONSENT = "sheet-without-consent"
    TITLE_EMPTY = "title-empty"
    SESSION_ENDED = "session-ended"
    SESSION_WITHOUT_QUESTIONS = "session-without-questions"
    SESSION_NOT_LIVE = "session-not-live"
    SESSION_NOT_SURVEY = "session-not-survey"
    SURVEY_CLOSES_TOO_EARLY = "survey-closes-too-early"
    SURVEY_NOT_OPEN = "survey-not-open"
    GROUP_FULL = "group-full"
    INVITED_ONLY = "invited-only"
    INVITATION_UNKNOWN = "invitation-unknown"
    INVITATION_USED = "invitation-used"
    INVITEES_BROKEN = "invitees-broken"
    INVITEES_NONE = "invitees-none"
    INVITEES_HAVE_LINKS = "invitees-have-links"
    REASON_EMPTY = "reason-empty"
    RECOMMENDATION_EMPTY = "recommendation-empty"
    EVIDENCE_TWICE = "evidence-twice"
    EVIDENCE_MISSING = "evidence-missing"
    GUIDELINE_EMPTY = "guideline-empty"
    PASSAGE_NOT_FOUND = "passage-not-found"
    PASSAGE_SEVERAL = "passage-several"
    LINK_UNFIT = "link-unfit"
    LINK_UNSAFE = "link-unsafe"
    SOURCE_UNNAMED = "source-unnamed"
    GUIDELINE_UNCLEAR = "guideline-unclear"
    ENTRY_TOO_LONG = "entry-too-long"
    VALUE_IMPOSSIBLE = "value-impossible"
    LANGUAGE_UNKNOWN = "language-unknown"
    LANGUAGES_NONE = "languages-none"
    GROUP_LABEL_EMPTY = "group-label-empty"
    GROUPS_SAME = "groups-same"
    GROUP_IN_USE = "group-in-use"
    K_TOO_SMALL = "k-too-small"
    CHANGED_MEANWHILE = "changed-meanwhile"
    ORDER_UNFIT = "order-unfit"
    QUESTION_REFERRED = "question-referred"
    INDICATORS_NONE = "indicators-none"
    NOTHING_TO_UNDO = "nothing-to-undo"
    NOT_PUBLISHABLE = "not-publishable"
    NOTHING_CHANGED = "nothing-changed"
    ACCOUNT_MISSING = "account-missing"
    ALREADY_MEMBER = "already-member"
    LAST_OWNER = "last-owner"
    KIND_FIXED = "kind-fixed"
    ROOM_UNKNOWN = "room-unknown"
    ROOM_ENDED = "room-ended"
    ROOM_NOT_JOINABLE = "room-not-joinable"
    CONSENT_MISSING = "consent-missing"
    ROOM_GROUP_UNKNOWN = "room-group-unknown"
    NOT_JOINED = "not-joined"
    QUESTION_CLOSED = "question-closed"
    QUESTION_FOR_OTHERS = "question-for-others"
    CONTRIBUTION_GONE = "contribution-gone"
    CONTRIBUTIONS_CLOSED = "contributions-closed"
    CONTRIBUTIONS_TOO_MANY = "contributions-too-many"
    VOTING_CLOSED = "voting-closed"
    DOTS_TOO_MANY = "dots-too-many"
    DOTS_ON_ONE = "dots-on-one"
    SUBMISSION_UNFIT = "submission-unfit"
    SUBMISSIONS_TOO_FAST = "submissions-too-fast"
    QUESTIONS_LEFT = "questions-left"
    TAKE_BACK_UNKNOWN = "take-back-unknown"
    TAKE_BACK_THROTTLED = "take-back-throttled"
    FILE_MISSING = "file-missing"
    FILE_TOO_LARGE = "file-too-large"
    FILE_EMPTY = "file-empty"
    FILE_ENCODING = "file-encoding"
    FILE_KIND = "file-kind"
    FILE_WITHOUT_LANGUAGES = "file-without-languages"
    FILE_BROKEN = "file-broken"
    PICTURE_TOO_HEAVY = "picture-too-heavy"
    PICTURE_TOO_LARGE = "picture-too-large"
    PICTURE_UNREADABLE = "picture-unreadable"
    FORMAT_UNKNOWN = "format-unknown"
    SHEET_MISSING = "sheet-missing"
    COLUMN_MISSING = "column-missing"
    COLUMN_TWICE = "column-twice"
    COLUMNS_TOO_MANY = "columns-too-many"
    ROWS_TOO_MANY = "rows-too-many"
    ROWS_NONE = "rows-none"
    ROWS_REFUSED = "rows-refused"
    STUDY_SEVERAL = "study-several"
    MAPPING_UNFIT = "mapping-unfit"
    CELL_TOO_LONG = "cell-too-long"
    SHEET_TOO_LARGE = "sheet-too-large"
    BACKUP_BROKEN = "backup-broken"
    BACKUP_OCCUPIED = "backup-occupied"
    BACKUP_ELSEWHERE = "backup-elsewhere"


WORDS: dict[Problem, str] = {
    Problem.NOT_FOUND: mark(
        "This {what} is not here. It may have been deleted, or the link is cut short. Go back to your studies, or ask whoever sent the link for a new one."
    ),
    Problem.NOT_ALLOWED: mark(
        "This {what} belongs to somebody else. Ask its owner to share it with you, or go back to your own studies."
    ),
    Problem.SIGN_IN_FAILED: mark(
        "The e-mail and the password do not go together. Check both and try again, or ask another facilitator on this installation for a new link."
    ),
    Problem.SIGN_IN_THROTTLED: mark(
        "Too many attempts for this account. Wait {minutes} min and try again, or use another account."
    ),
    Problem.EMAIL_TAKEN: mark(
        "There is already an account with the e-mail {email}. Sign in with it, or choose another e-mail."
    ),
    Problem.EMAIL_INVALID: mark(
        "“{email}” does not look like an e-mail address. Write it as name@example.org, or leave the form."
    ),
    Problem.PASSWORD_WEAK: mark(
        "The password is too short: it has {length} characters and needs at least {least}. Use a longer one, or several words in a row."
    ),
    Problem.INVITATION_INVALID: mark(
        "This link has been used or has expired. Start the program again for a new link, or sign in."
    ),
    Problem.DATABASE_NEWER: mark(
        "The database was written by a newer version of Balsis ({found}). Install that version, or restore a backup made with this one."
    ),
    Problem.DATABASE_UNUSABLE: mark(
        "The database cannot be used: {why}. Look whether its folder (BALSIS_DATA) or its address (DATABASE_URL) is right, or end other programs that hold it."
    ),
    Problem.KEY_EMPTY: mark(
        "The key of the installation, {file}, is empty. Put the key from a backup there, or delete the file: a new key is made, everybody signs in again, and take-back codes given before no longer work."
    ),
    Problem.GROUP_EMPTY: mark(
        "Nobody in the group “{group}” has answered this. Choose another group, or another question."
    ),
    Problem.QUOTE_OUTSIDE: mark(
        "There are no words of the answer from {start} to {end}: it has {length} characters. Choose a passage within it, or keep the whole answer."
    ),
    Problem.QUOTE_IN_USE: mark(
        "Recommendations rest on this quote ({number}). Take it off there first, or leave it here."
    ),
    Problem.NOTHING_CHOSEN: mark("No answer was chosen. Choose at least one, or leave the theme as it is."),
    Problem.NOTHING_TO_TAKE_BACK: mark(
        "There is no decision about themes left to take back since the last run. Change the theme by hand, or run the suggestion again."
    ),
    Problem.ANSWER_EMPTY: mark(
        "This question needs an answer. Answer it, or ask the facilitator if you cannot."
    ),
    Problem.ANSWER_UNFIT: mark(
        "This answer does not fit this question. Load the page again and answer once more, or tell the facilitator."
    ),
    Problem.ANSWER_CODE_UNKNOWN: mark(
        "The choice “{code}” is not among the answers to this question. Load the page again and choose once more, or tell the facilitator."
    ),
    Problem.ANSWER_TOO_FEW: mark(
        "You chose {chosen}; choose at least {least}. Add more, or clear your choice to leave the question out."
    ),
    Problem.RANKED_TWICE: mark(
        "The same answer stands in more than one place. Choose each only once, or leave a place empty."
    ),
    Problem.NUMBER_UNFIT: mark(
        "“{written}” is not a number. Write only digits, such as 12 or 12.5, or clear the field to leave the question out."
    ),
    Problem.NUMBER_TOO_FINE: mark(
        "“{written}” has more decimals than are asked for ({most}). Round it, and write large numbers without a comma or point between thousands."
    ),
    Problem.NUMBER_TOO_LOW: mark(
        "{written} is too low; the lowest number is {least}. Write a higher one, or clear the field to leave the question out."
    ),
    Problem.NUMBER_TOO_HIGH: mark(
        "{written} is too high; the highest number is {most}. Write a lower one, or clear the field to leave the question out."
    ),
    Problem.DATE_UNFIT: mark(
        "“{written}” is not a day of the calendar. Write it as year-month-day, such as 2026-11-21, or clear the field to leave the question out."
    ),
    Problem.DATE_TOO_EARLY: mark(
        "{written} is too early; the first day is {earliest}. Choose a later one, or clear the field to leave the question out."
    ),
    Problem.DATE_TOO_LATE: mark(
        "{written} is too late; the last day is {latest}. Choose an earlier one, or clear the field to leave the question out."
    ),
    Problem.AMOUNT_UNFIT: mark(
        "“{written}” is not a whole number. Write it in digits, such as 25, or leave the field empty."
    ),
    Problem.POINTS_LEFT: mark(
        "You have shared out {given} of {total}; still to share out: {left}. Give it to something, or clear all the fields to leave the question out."
    ),
    Problem.POINTS_OVER: mark(
        "You have shared out {given}, and there is only {total}: {over} too much. Take some away, or clear all the fields and start again."
    ),
    Problem.BUDGET_OVER: mark(
        "What you chose costs {spent}, and there is only {total}: {over} too much. Take something away, or clear your choice and start again."
    ),
    Problem.POSITION_HALF: mark(
        "Something was placed along one axis only. Choose its place along the other one too, or clear both."
    ),
    Problem.ROWS_LEFT: mark(
        "Without an answer: {left} of {all}. Answer each of them, or ask the facilitator if you cannot."
    ),
    Problem.OTHER_UNCHOSEN: mark(
        "You wrote something beside “Other” but chose another answer. Choose “Other”, or clear what you wrote."
    ),
    Problem.NONE_AND_OTHERS: mark(
        "You chose “None of these” and something else. Take “None of these” away, or keep only that."
    ),
    Problem.ANSWER_TOO_MANY: mark(
        "You chose {chosen}; choose at most {most}. Take some away, or clear your choice and start again."
    ),
    Problem.DECLINED_AND_OTHERS: mark(
        "You chose “Prefer not to say” and answered as well. Take “Prefer not to say” away, or take your answer away."
    ),
    Problem.TEXT_NO_EMAIL: mark(
        "“{text}” does not look like an e-mail address, such as anna@example.lv. Correct it, or leave the field empty."
    ),
    Problem.TEXT_NO_PHONE: mark(
        "“{text}” does not look like a phone number, such as +371 20000000. Correct it, or leave the field empty."
    ),
    Problem.TEXT_NO_POSTCODE: mark(
        "“{text}” does not look like a postcode, such as LV-1010. Correct it, or leave the field empty."
    ),
    Problem.TEXT_UNFIT: mark(
        "“{text}” is not written in the way that is asked for. Look at the explanation and correct it, or leave the field empty."
    ),
    Problem.TEXT_TOO_LONG: mark(
        "The text is {over} characters too long; {longest} fit. Shorten it, or say the rest aloud so that it is noted."
    ),
    Problem.WORDS_TOO_MANY: mark(
        "You wrote {written} words or phrases; {most} fit. Take some away, or put the most important first and clear the rest."
    ),
    Problem.WORD_TOO_LONG: mark(
        "“{word}” is {over} characters too long; {longest} fit. Shorten it, or say it aloud so that it is noted."
    ),
    Problem.NOTE_EMPTY: mark("The note is empty. Write what was said, or leave it and listen on."),
    Problem.MARK_UNKNOWN: mark(
        "“{mark}” is not among the marks printed here: {marks}. Type one of them, or leave it empty."
    ),
    Problem.SHEETS_UNFIT: mark(
        "{number} sheets cannot be printed at once. Choose from 1 to {most}, or print the rest afterwards."
    ),
    Problem.SHEET_UNKNOWN: mark(
        "No sheet with the code “{code}” was printed for this session. Check both words and the three digits, or look whether the sheet belongs to another session."
    ),
    Problem.SHEET_ENTERED: mark(
        "Sheet {number} has been typed in already. Open it by its code to correct it, or go on with the next sheet."
    ),
    Problem.SHEET_TAKEN_BACK: mark(
        "The answers of sheet {number} were taken back with its code. Destroy the sheet, or go on with the next one."
    ),
    Problem.SHEET_UNREADABLE: mark(
        "Nothing was saved yet: look at what stands below these questions: {numbers}. Mend it as it stands on the sheet, or leave those questions empty."
    ),
    Problem.SHEET_WITHOUT_CONSENT: mark(
        "Nothing was saved: the consent on the sheet has to be ticked. Say that it is, or leave this sheet out."
    ),
    Problem.TITLE_EMPTY: mark(
        "The title is empty. Write a few words by which you will know it, or leave the form."
    ),
    Problem.SESSION_ENDED: mark(
        "The session “{title}” has ended. Reopen it under Sessions, or start a new one."
    ),
    Problem.SESSION_WITHOUT_QUESTIONS: mark(
        "A session needs a published questionnaire with at least one question. Publish one under Questionnaire, or make a session for notes only."
    ),
    Problem.SESSION_NOT_LIVE: mark(
        "The questions of “{title}” are not opened one by one: people answer at their own pace, or it is for notes only. End it, or start a live session."
    ),
    Problem.SESSION_NOT_SURVEY: mark(
        "“{title}” is no survey at people's own pace: it has no days and no links. Make an open survey, or run this session from its console."
    ),
    Problem.SURVEY_CLOSES_TOO_EARLY: mark(
        "The survey would close before it opens. Choose a later moment for closing, or leave one of the two empty."
    ),
    Problem.SURVEY_NOT_OPEN: mark(
        "This survey is not open yet. Come back on the day it opens, or ask whoever invited you."
    ),
    Problem.GROUP_FULL: mark(
        "As many people of this group as are asked have already joined. Thank you for wanting to take part. If you are of another group, choose that one, or ask whoever invited you."
    ),
    Problem.INVITED_ONLY: mark(
        "This survey is for those who got a link of their own. Open the link in your invitation, or ask whoever sent it."
    ),
    Problem.INVITATION_UNKNOWN: mark(
        "Nobody was invited with this link. Look whether it was copied whole, or ask whoever sent it for a new one."
    ),
    Problem.INVITATION_USED: mark(
        "This link has been used: a survey was handed in with it. Thank you. To look at your answers or take them back, use the code that you were given, or ask whoever invited you."
    ),
    Problem.INVITEES_BROKEN: mark(
        "Some lines of “{name}” cannot be read: {lines}. No link was made. Mend these lines, or save the list from Excel as CSV again."
    ),
    Problem.INVITEES_NONE: mark(
        "There is nobody in “{name}”. Paste one person in a line, or choose a file with a heading and a row for each."
    ),
    Problem.INVITEES_HAVE_LINKS: mark(
        "“{name}” has links already, in the column {column}. Use it for reminders, or take that column out to make new links."
    ),
    Problem.REASON_EMPTY: mark(
        "Say in a word why this is hidden: the reason goes into the log. Or let it wait."
    ),
    Problem.RECOMMENDATION_EMPTY: mark(
        "The recommendation says nothing yet. Write what should be done, or leave the form."
    ),
    Problem.EVIDENCE_TWICE: mark(
        "This recommendation already stands on this, {where}: “{what}”. Remove it there first, or choose something else."
    ),
    Problem.EVIDENCE_MISSING: mark(
        "Nothing stands behind these recommendations yet: {recommendations}. Attach evidence for each of them, or delete them; then publish."
    ),
    Problem.GUIDELINE_EMPTY: mark(
        "The guideline has no recommendations yet. Write one first, or download the draft instead of publishing."
    ),
    Problem.PASSAGE_NOT_FOUND: mark(
        "“{words}” is not in this answer word for word. Copy the passage from the answer itself, or choose another answer."
    ),
    Problem.PASSAGE_SEVERAL: mark(
        "“{words}” stands in this answer {times} times. Copy a longer passage, or keep the whole answer."
    ),
    Problem.LINK_UNSAFE: mark(
        "“{link}” is not an address that begins with https:// and names a host. Copy the whole address from your browser, or leave it empty."
    ),
    Problem.LINK_UNFIT: mark(
        "“{link}” is not a web address that can be followed. Write it with https:// or http:// in front, or leave it empty."
    ),
    Problem.GUIDELINE_UNCLEAR: mark(
        "This study has {n} guidelines: {guidelines}. Name one of them by its id, or write one first."
    ),
    Problem.SOURCE_UNNAMED: mark(
        "The source has no title yet. Write what it is called, or choose evidence from the study instead."
    ),
    Problem.ENTRY_TOO_LONG: mark(
        "“{start}…” has {length} characters and there is room for {longest}. Shorten it, or put the rest elsewhere."
    ),
    Problem.VALUE_IMPOSSIBLE: mark(
        "“{what}” cannot be {value}. Choose another value, or leave it as it was."
    ),
    Problem.LANGUAGE_UNKNOWN: mark(
        "“{language}” is not a language that Balsis knows. Use a code such as lv, ru or en, or leave it out."
    ),
    Problem.LANGUAGES_NONE: mark(
        "The study has no language. Choose at least one, or leave the form: the languages stay as they were."
    ),
    Problem.GROUP_LABEL_EMPTY: mark(
        "Group {number} has no name in any language. Write one, or remove the group."
    ),
    Problem.GROUPS_SAME: mark("Two groups are called “{label}”. Change one of them, or remove it."),
    Problem.GROUP_IN_USE: mark(
        "People or notes that already belong to the group “{group}”: {count}. Keep the group, or change its name instead."
    ),
    Problem.K_TOO_SMALL: mark(
        "Groups of fewer than {least} people cannot be shown apart: {k} is too small. Choose {least} or more, or leave it as it was."
    ),
    Problem.CHANGED_MEANWHILE: mark(
        "Somebody else changed this while you were writing. Theirs: “{theirs}”. Yours: “{yours}”. Save once more to keep yours, or close without saving to keep theirs."
    ),
    Problem.ORDER_UNFIT: mark(
        "Somebody else added or deleted questions while you put them in order. Look at the new list and put them in order again, or leave it as it is."
    ),
    Problem.QUESTION_REFERRED: mark(
        "Whether people see question {numbers} depends on the answer to this one. Change the rule there first, or keep this question."
    ),
    Problem.INDICATORS_NONE: mark(
        "The indicator set is empty. Choose at least one question of the bank, or leave the form."
    ),
    Problem.NOTHING_TO_UNDO: mark(
        "There is nothing left to undo here. Change the questionnaire by hand, or go back to a published version."
    ),
    Problem.NOT_PUBLISHABLE: mark(
        "The questionnaire cannot be published yet. Things to mend, listed below: {count}. Mend them, or go on another day; the draft is kept."
    ),
    Problem.NOTHING_CHANGED: mark(
        "Nothing has changed since version {number}. Use that version, or change a question first."
    ),
    Problem.ACCOUNT_MISSING: mark(
        "Nobody with the e-mail {email} has an account here. Check the e-mail, or invite the person under Account first."
    ),
    Problem.ALREADY_MEMBER: mark(
        "{email} can already work on this study. Use another e-mail, or leave it so."
    ),
    Problem.LAST_OWNER: mark(
        "{email} is the only owner of this study. Make somebody else an owner first, or archive the study."
    ),
    Problem.KIND_FIXED: mark(
        "The kind of a question cannot change once it is made. Add a question of the other kind, or keep this one."
    ),
    Problem.FILE_MISSING: mark(
        "{name} is not in {folder}. Check that all files of the export are there, or choose another folder."
    ),
    Problem.FILE_TOO_LARGE: mark(
        "{name} is too large to be read safely: {size} MB; {most} MB fit. Split it, or take out what is not needed."
    ),
    Problem.FILE_EMPTY: mark(
        "{name} holds no rows. Check that it is the right file, or save it again where it came from."
    ),
    Problem.FILE_ENCODING: mark(
        "{name} is not UTF-8 (line {line}); it looks like {guess}. Save it as “CSV UTF-8” or as XLSX, or say which encoding it is in."
    ),
    Problem.FILE_WITHOUT_LANGUAGES: mark(
        "No column of {name} is named after a language. Name the columns lv, ru or uk, or export the texts here and fill in that file."
    ),
    Problem.FILE_KIND: mark(
        "{name} is not a file that can be read here; these can: {kinds}. Save it as one of them, or choose another file."
    ),
    Problem.FILE_BROKEN: mark(
        "{name} is damaged or not what its name says. Open it where it came from and save it again, or choose another file."
    ),
    Problem.PICTURE_TOO_HEAVY: mark(
        "The picture {name} has {size} MB; up to {most} MB can be taken in. Save it smaller, or choose another one."
    ),
    Problem.PICTURE_TOO_LARGE: mark(
        "The picture {name} has {size} pixels; up to {most} million can be taken in. Save it smaller, or choose another one."
    ),
    Problem.PICTURE_UNREADABLE: mark(
        "{name} is not a whole picture in PNG, JPEG or WebP. Open it where it came from and save it as one of these, or choose another file."
    ),
    Problem.FORMAT_UNKNOWN: mark(
        "“{name}” does not end like a file that can be written here; these can: {kinds}. Change the ending, or choose another format."
    ),
    Problem.SHEET_MISSING: mark(
        "{name} has no sheet “{sheet}”; it has: {sheets}. Give the sheet that name, or choose another file."
    ),
    Problem.COLUMN_MISSING: mark(
        "{name} has no column “{column}”. Its columns are: {columns}. Choose one of them, or mend the heading of the file."
    ),
    Problem.COLUMN_TWICE: mark(
        "{name} has more than one column “{column}”. Rename one of them, or choose another column."
    ),
    Problem.COLUMNS_TOO_MANY: mark(
        "{name} has {number} columns; {most} can be read. Take out those that are not needed, or check how its cells are separated."
    ),
    Problem.ROWS_TOO_MANY: mark("{name} has more than {most} rows. Split it, or use CSV."),
    Problem.ROWS_NONE: mark(
        "Nothing in {name} can be kept; {number} rows were refused. Look at the reasons and mend the file, or choose other columns."
    ),
    Problem.ROWS_REFUSED: mark(
        "Nothing was kept, as you asked: {number} rows of {name} were refused. Mend them, or keep the good rows."
    ),
    Problem.STUDY_SEVERAL: mark(
        "{number} studies are called “{title}”. Give the id of one of them ({ids}), or rename the others."
    ),
    Problem.MAPPING_UNFIT: mark(
        "“{entry}” does not say who belongs where. Write it as Speaker=group, or give a table with the columns speaker and group."
    ),
    Problem.CELL_TOO_LONG: mark(
        "The answer {answer} is too long for one cell of XLSX. Export as CSV, which has no such limit, or copy it from the page of answers."
    ),
    Problem.SHEET_TOO_LARGE: mark(
        "{sheet} would have {rows} rows and {columns} columns; XLSX holds 1,048,576 and 16,384. Export as CSV, which has no such limits, or collect the rest in another study."
    ),
    Problem.BACKUP_BROKEN: mark(
        "{name} is not a whole backup: {why}. Take another backup, or copy it again from where it is kept."
    ),
    Problem.BACKUP_OCCUPIED: mark(
        "There is already a database in {folder}. Restore into another folder (BALSIS_DATA), or add --replace, which first copies the present one aside."
    ),
    Problem.BACKUP_ELSEWHERE: mark(
        "The database is not an SQLite file ({kind}). Back it up with its own tools, such as pg_dump, or unset DATABASE_URL."
    ),
    Problem.ROOM_UNKNOWN: mark(
        "There is no session with the code “{code}”. Check the six characters on the screen, or ask the facilitator."
    ),
    Problem.ROOM_ENDED: mark(
        "This session has ended and takes no more answers. What you wrote stays on this page: copy it, or ask the facilitator to reopen the session."
    ),
    Problem.ROOM_NOT_JOINABLE: mark(
        "In this session somebody takes notes; there is nothing to join. Say it aloud, or ask the facilitator."
    ),
    Problem.CONSENT_MISSING: mark(
        "You have not agreed yet. Tick the box if you agree to take part, or close the page if you do not."
    ),
    Problem.ROOM_GROUP_UNKNOWN: mark(
        "You have not chosen a group yet. Choose the one that fits you best, or ask the facilitator."
    ),
    Problem.NOT_JOINED: mark(
        "You are not in this session any more, or not yet. Join with the code on the screen, or ask the facilitator. What you wrote stays in this browser."
    ),
    Problem.QUESTION_CLOSED: mark(
        "This question is closed, so this was not sent. Your text stays here: copy it, or ask the facilitator to open the question again."
    ),
    Problem.QUESTION_FOR_OTHERS: mark(
        "After what you answered, this question is put only to others, so this was not sent. Change the earlier answer if it was not meant so, or go on."
    ),
    Problem.CONTRIBUTION_GONE: mark(
        "What you voted on is no longer shown, so this vote was not kept. Go on with the others, or ask the facilitator."
    ),
    Problem.CONTRIBUTIONS_CLOSED: mark(
        "Nothing new is collected here any more, so this was not sent. Your text stays here: copy it, or say it aloud so that it is noted."
    ),
    Problem.CONTRIBUTIONS_TOO_MANY: mark(
        "You have written {most}, which is as many as fit. Take one of them back, or say this one aloud so that it is noted."
    ),
    Problem.DOTS_TOO_MANY: mark(
        "You gave {given} dots; there are {most}. Take some away, or clear them and start again."
    ),
    Problem.DOTS_ON_ONE: mark(
        "One idea can get at most {most} dots from you. Give the others to other ideas, or keep them."
    ),
    Problem.VOTING_CLOSED: mark(
        "Votes are not taken at this moment, so this was not kept. Wait until the facilitator opens them, or ask."
    ),
    Problem.SUBMISSION_UNFIT: mark(
        "This could not be understood and was not saved. Load the page again and answer once more, or tell the facilitator."
    ),
    Problem.SUBMISSIONS_TOO_FAST: mark(
        "Too many answers at once from this device. Wait {seconds} seconds and send again, or tell the facilitator."
    ),
    Problem.QUESTIONS_LEFT: mark(
        "These questions still need an answer: {numbers}. Answer them, or leave the page and come back later: what you have answered is saved."
    ),
    Problem.TAKE_BACK_UNKNOWN: mark(
        "There is no “{code}” in this session. Check both words and the three digits, or ask the facilitator of the session."
    ),
    Problem.TAKE_BACK_THROTTLED: mark(
        "Too many codes that do not fit were tried in this session. Wait {minutes} min and try again, or ask the facilitator of the session."
    ),
}


class EngineError(Exception):
    """A fault that a person can act on: a Problem and the details that its words need."""

    def __init__(self, problem: Problem, **details: object) -> None:
        self.problem = problem
        self.details = details
        super().__init__(self.say(str))

    def say(self, translate: Callable[[str], str]) -> str:
        """Return the words for a person, translated by `translate` (a gettext function)."""
        return translate(WORDS[self.problem]).format(
            **{
                name: translate(value) if isinstance(value, Marked) else value
                for name, value in self.details.items()
            }
        )
