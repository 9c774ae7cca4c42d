"""Drafts -> Claims: who at that time, when, in whose relations; every step kept for `why`."""
