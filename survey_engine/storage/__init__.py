"""The database: tables, migrations, repositories, and the signal that something changed.

Only this package and `workbench` know that there is a database at all.
"""
