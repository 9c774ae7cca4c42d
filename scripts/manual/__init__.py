"""What `docs.py` and its test share: running what the manual shows, and deriving pages from the program."""
