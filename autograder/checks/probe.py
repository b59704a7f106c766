"""One call of a function with the right results, and whether what came back agrees with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from autograder.facts.calls import Array, Call, Named
from autograder.facts.expected import Expected
from autograder.facts.outcomes import Outcome, Returned
from autograder.numerics.compare import (
    FLOAT32,
    FLOAT64,
    UNUSUAL,
    agrees,
    looks_rounded,
    same_shape,
    unit_roundoff,
)
from autograder.numerics.sizes import samples_of


@dataclass(frozen=True)
class Probe:
    """One call with its right results by name, and the lengths of the sizes there.

    What follows from these is kept: a whole class is compared with the same probes.
    """

    call: Call
    results: Named[Expected]
    sizes: Named[int]
    shown: bool = False
    """Whether it is printed in the task: its values may be shown."""
    sharp: bool = False
    """Whether code is known to work in float64, so that float32's bound does not serve it."""
    tail: Call | None = None
    """The call of another function whose result the reference returns here, if there is one."""

    @cached_property
    def only(self) -> Expected:
        """The only result."""
        (result,) = self.results.values()
        return result

    @property
    def expected(self) -> Array:
        """The value of the only result."""
        return self.only.value

    @property
    def error(self) -> tuple[float, ...]:
        """The bounds of the only result."""
        return self.only.error

    @cached_property
    def exact(self) -> bool:
        """Whether the reference rounds nowhere."""
        return all(result.exact for result in self.results.values())

    @cached_property
    def cancels(self) -> bool:
        """Whether the bound is 0 everywhere, as that of the loss at a fit: all terms cancel there."""
        return not any(any(result.error) for result in self.results.values())

    def alone(self, result: str) -> Probe:
        """Return the same probe of one result."""
        return self if len(self.results) == 1 else self._alone[result]

    @cached_property
    def _alone(self) -> Mapping[str, Probe]:
        """The probe of each result, by its name."""
        return {name: replace(self, results=Named({name: right})) for name, right in self.results.items()}

    @cached_property
    def n(self) -> int:
        """N: how many samples there are."""
        return samples_of(self.sizes) if self.has_arrays else 1

    @cached_property
    def has_arrays(self) -> bool:
        """Whether some argument is an array."""
        return any(isinstance(value, Array) for value in self.call.inputs.values())

    @property
    def size(self) -> str:
        """Say how large the arguments are, which tells nothing of what is in them."""
        if not self.has_arrays or not self.sizes:
            return "a single number"
        return ", ".join(f"{name} = {length}" for name, length in self.sizes.items())

    @cached_property
    def in_float32(self) -> bool:
        """Whether some of the data are float32."""
        return any(a.dtype == "float32" for a in self.call.inputs.values() if isinstance(a, Array))

    def agrees(self, got: Array) -> bool:
        """Whether a value agrees with the only result within the bound.

        Exact points catch every wrong value but one that was rounded to a few decimals; the points
        that round are there for those. Code that casts to float32 somewhere inside is right there
        within float32's bound.
        """
        right = self.only
        if got.values == right.value.values:  # then the bound does not matter
            return got.finite and same_shape(got, right.value)
        u = FLOAT32 if self.in_float32 else unit_roundoff(got.dtype)
        if agrees(got, right.value, right.error, u, right.spread):
            return True
        if self.sharp:
            return self.agrees_finely(got)
        return not right.exact and self.agrees_coarsely(got)

    def agrees_finely(self, got: Array) -> bool:
        """Whether a value agrees as code does that works in float64, however unusual its spelling is."""
        right = self.only
        u = FLOAT32 if self.in_float32 else max(unit_roundoff(got.dtype), UNUSUAL * FLOAT64)
        return agrees(got, right.value, right.error, u, right.spread)

    def agrees_coarsely(self, got: Array) -> bool:
        """Whether a value agrees within float32's bound, and was not rounded to a few decimals.

        That is what is left of differences of a loss, too: J(w + h) - J(w - h) carries the rounding of J,
        u |J|, which the division by 2 h makes u |J| / h. With e of J below 512 times e of the
        gradient in every draw, as |w| is below 1000, and h from 1e-6 on, that is below 512 * 2**-53 / 1e-6,
        and so below 2**-24.
        """
        right = self.only
        exact = right.exact or not looks_rounded(got.values)
        return exact and agrees(got, right.value, right.error, FLOAT32, right.spread)


def parts(probe: Probe, outcome: Outcome) -> list[tuple[Probe, Outcome]]:
    """Take a probe and what came back apart, one pair for each result."""
    if len(probe.results) == 1 or not isinstance(outcome, Returned):
        return [(probe.alone(name), outcome) for name in probe.results]
    return [(probe.alone(name), outcome.alone(name)) for name in probe.results]
