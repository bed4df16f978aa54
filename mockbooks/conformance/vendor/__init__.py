"""The vendor file: what a vendor calls the things that the nine conditions speak of."""
