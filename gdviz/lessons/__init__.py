"""Lesson files, checks and marks; no Qt."""
