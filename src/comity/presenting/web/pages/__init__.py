"""The pages, a file each, found by looking into this folder: each gives its routes."""
