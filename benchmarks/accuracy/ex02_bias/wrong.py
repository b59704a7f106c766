"""Wrong functions; the name is function + "__" + note + "__" + label."""

import numpy as np



