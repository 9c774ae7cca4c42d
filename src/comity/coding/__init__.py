"""Annotated -> Drafts: what the rules find in each sentence and line."""
