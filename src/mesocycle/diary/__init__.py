"""The diary: what an athlete did and felt, and what it proves as of a date."""
