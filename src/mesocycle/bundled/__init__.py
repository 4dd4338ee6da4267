"""The outputs that ship with mesocycle; their folders are in plugins/."""
