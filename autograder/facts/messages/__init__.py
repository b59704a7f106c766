"""Every sentence that a student reads, a function each; the measured fact stands before its cause."""
