"""Where states and cities lie in a picture of the world, and whose an outline was on a day.

The files beside it are data: outlines (made by `scripts/atlas.py`), cities, whose an outline was before, regions.
"""
