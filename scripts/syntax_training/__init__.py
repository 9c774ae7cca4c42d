"""The training of the syntax model: treebanks in, a spaCy pipeline out."""
