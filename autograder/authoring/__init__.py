"""For exercise authors: release stubs, and verify the kit's promises."""
