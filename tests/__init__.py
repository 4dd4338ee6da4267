"""The tests, as a package: a folder of that name in site-packages would else come before it."""
