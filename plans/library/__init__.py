"""The libraries that come with mesocycle: `use NAME` in a plan brings one in."""
