"""Widgets. Each gets the session, none knows another; the only home of pyqtgraph."""
