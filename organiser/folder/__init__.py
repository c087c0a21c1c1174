"""The campaign folder an organiser writes: every mistake is named by file and line (docs/campaign-format.md)."""
