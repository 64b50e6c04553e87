"""The door for facilitators: signing in and out, the first account, and the guard before /studio."""
