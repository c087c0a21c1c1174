"""A whole event in one run: real server and kiosk processes, people from a seed, faults, and the count compared."""
