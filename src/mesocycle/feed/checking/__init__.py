"""What calendar programs would choke on in a feed, from the bytes up."""
