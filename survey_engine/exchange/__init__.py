"""Files in and out: readers turn bytes into typed values, writers turn typed values into bytes.

Nothing here knows the database or a path. A reader keeps what it understands and lists
every row that it refuses, with file, line and reason; what it leaves out it remarks on.
"""
