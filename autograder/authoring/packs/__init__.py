"""The files that platforms run, with places for an exercise's name: @EXERCISE@, @FILE@, @VISIBILITY@."""
