"""Secret links: who may read which calendar, since when, and until when."""
