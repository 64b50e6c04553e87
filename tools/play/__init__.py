"""Playing a room against the running app, over the network stack: participants, a projector, a watch on the server."""
