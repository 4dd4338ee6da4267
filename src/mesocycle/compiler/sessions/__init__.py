"""Sessions: what is done in each of them."""
