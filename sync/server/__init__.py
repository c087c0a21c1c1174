"""The central server: enrols kiosks, ingests bundles, serves packs, keeps the suggestions' loop."""
