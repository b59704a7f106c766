# größe
import numpy as np
