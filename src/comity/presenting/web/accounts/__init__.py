"""Accounts of a record that several people share: who they are (`book`), who is in (`sessions`), what each may do (`rights`).

Without a file of accounts there are none: then a record is served on one machine alone, to whoever has the printed address.
"""
