"""The product's version: in packages, in health, on the screen for support."""

VERSION = "0.1.0"
