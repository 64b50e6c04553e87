"""What participants see: small server-rendered pages that follow the room."""
