"""OAuth on the wire: from an exchange to the part that handles it, and from what comes out to an answer."""
