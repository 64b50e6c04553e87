"""Compare groups: what all of them say, where they part, and how sure one can be with so few people."""
