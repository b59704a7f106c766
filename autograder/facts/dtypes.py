"""The kinds of numbers that cross the border between judge and student process."""

REAL_DTYPES = {
    "bool": "?",
    "int8": "b",
    "uint8": "B",
    "int16": "h",
    "uint16": "H",
    "int32": "i",
    "uint32": "I",
    "int64": "q",
    "uint64": "Q",
    "float16": "e",
    "float32": "f",
    "float64": "d",
}
"""NumPy dtype name -> struct format character: the only kinds of numbers that cross."""
