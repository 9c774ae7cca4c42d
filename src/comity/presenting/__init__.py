"""Shows answers and records: as text, Markdown and JSON, as commands, as files of other programs' forms."""
