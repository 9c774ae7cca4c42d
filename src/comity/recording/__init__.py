"""The record: the only writer, entries and contradictions, and all SQL but the questions' own."""
