"""The training of the model of the second reading, in steps; `train_gleaning.py` runs them."""
