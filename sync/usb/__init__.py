"""Carrying records and content on a USB stick where there is no network (DESIGN.md §9, docs/formats.md)."""
