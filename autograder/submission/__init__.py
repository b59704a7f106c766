"""Submissions: found in folders and read as text; nothing of them runs here."""
