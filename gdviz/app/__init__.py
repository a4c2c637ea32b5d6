"""Composition: start-up, settings, crash file, self-test."""
