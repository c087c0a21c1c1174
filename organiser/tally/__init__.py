"""The count: offline, in stages, each with a signed file that says what went in, came out and was set aside."""
