"""XLSForm, the spreadsheet that ODK, KoboToolbox and Enketo read: both ways.

A kind of question is one function in `kinds_out` and one in `kinds_in`. What XLSForm has no
place for travels as JSON in a column `balsis`, which other tools pass over.
"""

from survey_engine.exchange.forms.xlsform.reading import read_xlsform
from survey_engine.exchange.forms.xlsform.writing import write_xlsform

__all__ = ["read_xlsform", "write_xlsform"]
