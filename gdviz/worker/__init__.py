"""Threads, and the session that all views share; QtCore only."""
