"""Rooms and the sockets in them: what is delivered, in which order, and to whom. It knows nothing of what is said."""
