"""The front of the server: HTTP/1.1 on a connection, from its bytes to exchanges and back to bytes."""
