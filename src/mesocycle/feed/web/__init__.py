"""The server: feeds and the page that tells how to subscribe, as an ASGI application."""
