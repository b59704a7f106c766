"""Reports in the forms people and programs read; an exporter never sees a submission."""
