"""Find submissions in folders, and read them as text; nothing of them is run here."""
