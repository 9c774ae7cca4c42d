"""The commands that are no questions, one a file: each gives its click command by `command()`."""
