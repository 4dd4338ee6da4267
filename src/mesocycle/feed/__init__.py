"""Calendars that people subscribe to: kept up to date, served, published, looked at.

`building` finds the feeds in a folder of plans and diaries and keeps their last good bytes;
`links` knows who may read which; `web` serves them; `publishing` puts them into a folder or a
bucket; `checking` tells what calendar programs would choke on. Each is imported by its own
command, because what it needs (a server, a store) is in an extra.
"""
