"""The steps that lead an older database to the present tables.

A new step is a new file in `versions`, written by hand beside the change in `tables.py`; a test compares the two.
"""
