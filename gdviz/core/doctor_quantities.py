"""The quantities that the loss-curve doctor measures, each in words, with its formula and where it is seen.

They are ratios, shares and counts, so that neither the unit of the loss nor the number of epochs matters much.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """One thing that is measured.

    Attributes:
        what: What it is, in words that follow "the"; empty for one that only its group speaks for.
        where: Which epochs it is seen on, as parts of the run.
        unit: ``"%"`` for parts of something, ``"x"`` for multiples, ``"10^"`` for powers of ten that are shown as
            multiples, ``""`` for plain numbers.
        group: Quantities of one group say nearly the same; one of them is evidence enough.
        formula: With ``L(p)`` the mean loss about the part p of the run, ``L(1)`` at its end, ``first`` and ``last``
            the loss of the first epoch and the mean of the last three, ``noise`` as in `noise_of`.
    """

    what: str
    where: tuple[float, float]
    unit: str
    group: str
    formula: str


_ALL, _LATE, _FIRST = (0.0, 1.0), (0.5, 1.0), (0.0, 0.0)

QUANTITIES: Mapping[str, Quantity] = {
    "epochs": Quantity("", _ALL, "", "epochs", "E"),
    "level": Quantity("loss at the end, as a part of the first epoch's", _ALL, "%", "level", "last / first"),
    "fall_1": Quantity("part of the loss that the last half took away", _LATE, "%", "late", "1 - L(1) / L(1/2)"),
    "fall_2": Quantity("part that the quarter before took away", (0.25, 0.5), "%", "mid", "1 - L(1/2) / L(1/4)"),
    "fall_3": Quantity("", (0.125, 0.25), "%", "early", "1 - L(1/4) / L(1/8)"),
    "fall_4": Quantity("part that the first eighth took away", (0.0, 0.125), "%", "early", "1 - L(1/8) / first"),
    "gain_1": Quantity("late fall, as a part of the first loss", _LATE, "%", "late", "(L(1/2) - L(1)) / first"),
    "gain_2": Quantity("", (0.25, 0.5), "%", "mid", "(L(1/4) - L(1/2)) / first"),
    "gain_3": Quantity("", (0.125, 0.25), "%", "early", "(L(1/8) - L(1/4)) / first"),
    "gain_4": Quantity("", (0.0, 0.125), "%", "early", "(first - L(1/8)) / first"),
    "slowing": Quantity(
        "late fall over the fall of the quarter before (2 on a straight line, 0 at rest)",
        (0.25, 1.0),
        "x",
        "slowing",
        "(L(1/2) - L(1)) / (L(1/4) - L(1/2)), within 0 and 4",
    ),
    "log_slowing": Quantity("", (0.25, 1.0), "x", "slowing", "log(L(1/2) / L(1)) / log(L(1/4) / L(1/2))"),
    "threefold": Quantity(
        "further fall to be expected of three times the epochs, as a part of the first loss",
        _LATE,
        "%",
        "forecast",
        "min(d (q + 0.66 q^2), L(1)) / first with d = L(1/2) - L(1), q = slowing, at most 2",
    ),
    "tenfold": Quantity(
        "further fall to be expected of ten times the epochs, as a part of the first loss",
        _LATE,
        "%",
        "forecast",
        "min(d (q + q^2 + q^3 + 0.32 q^4), L(1)) / first",
    ),
    "twofold": Quantity(
        "further fall to be expected of twice the epochs, as a part of the loss", _LATE, "%", "forecast", "d q / last"
    ),
    "next_fall": Quantity(
        "", _LATE, "%", "forecast", "1 - exp(-a^2 / b), a = log(L(1/2) / L(1)), b = log(L(1/4) / L(1/2))"
    ),
    "threefold_part": Quantity("", _LATE, "%", "forecast", "threefold / (threefold + 1 - level)"),
    "tenfold_part": Quantity("", _LATE, "%", "forecast", "tenfold / (tenfold + 1 - level)"),
    "jumps": Quantity(
        "usual jump from one epoch to the next, as a part of the loss", _LATE, "%", "jumps", "noise / last"
    ),
    "jumps_of_first": Quantity(
        "usual jump from one epoch to the next, as a part of the first loss", _LATE, "%", "jumps", "noise / first"
    ),
    "early_jumps": Quantity("", (0, 0.5), "%", "jumps", "noise of the first half / first"),
    "jumps_of_fall": Quantity(
        "usual jump from one epoch to the next, as a part of the whole fall",
        _ALL,
        "%",
        "jumps",
        "noise / |first - last|",
    ),
    "rising": Quantity("share of the later epochs in which the loss rose", _LATE, "%", "rising", "mean(step > 0)"),
    "rising_all": Quantity("share of the epochs in which the loss rose", _ALL, "%", "rising", "mean(step > 0)"),
    "zigzag": Quantity("", _LATE, "%", "rising", "mean(s_t s_t+1 < 0)"),
    "lost_ground": Quantity(
        "mean height above the lowest loss so far, as a part of the first",
        _ALL,
        "%",
        "lost",
        "mean(min(L - lowest so far, first)) / first, the highest epoch left out",
    ),
    "lost_relative": Quantity(
        "mean height above the lowest loss so far, as a part of that",
        _ALL,
        "%",
        "lost",
        "mean(min(L / lowest so far - 1, 20)), the highest epoch left out",
    ),
    "lost_late": Quantity(
        "late height above the lowest loss so far, as a part of that",
        _LATE,
        "%",
        "lost",
        "mean(min(L / lowest so far - 1, 20)) over the last half",
    ),
    "over_lowest": Quantity("loss at the end over the lowest", _ALL, "x", "lost", "last / min L"),
    "lowest_at": Quantity("", _ALL, "%", "lost", "argmin L / E"),
    "peak": Quantity("highest loss over the first", _ALL, "x", "peak", "max L / first"),
    "peak_at": Quantity("", _ALL, "%", "peak", "argmax L / E"),
    "certainty": Quantity(
        "late fall, in multiples of what chance could do",
        _LATE,
        "x",
        "certainty",
        "(L(1/2) - L(1)) / (noise sqrt(2 / w)), w epochs in L(1)",
    ),
    "sudden": Quantity(
        "part of the late fall that came in a single epoch",
        _LATE,
        "%",
        "sudden",
        "(largest fall - 3 noise) / (L(1/2) - L(1))",
    ),
    "second": Quantity("loss of the second epoch, as a part of the first", _FIRST, "%", "start", "L_2 / first"),
    "third": Quantity("", _FIRST, "%", "start", "L_3 / L_2"),
    "sixth": Quantity("loss of the sixth epoch, as a part of the first", _FIRST, "%", "start", "L_6 / first"),
    "bend": Quantity(
        "distance of the curve from a straight line, as a part of the line's fall",
        _ALL,
        "%",
        "bend",
        "rms(L - line) / |fall of the line|",
    ),
    "late_slope": Quantity("", _LATE, "", "late", "-E slope of log L over the last half"),
    "last_slope": Quantity("", (0.75, 1.0), "", "late", "-E slope of log L over the last quarter"),
    "late_certainty": Quantity("", _LATE, "x", "certainty", "-slope / its standard error"),
    "spread": Quantity("scatter of the later losses, as a part of them", _LATE, "%", "jumps", "rms(log L - line)"),
    "val_start": Quantity(
        "first validation loss over the first training loss", _FIRST, "x", "val_start", "V_1 / first"
    ),
    "val_early": Quantity(
        "early validation loss over the training loss", (0, 0.125), "x", "val_start", "V(1/8) / L(1/8)"
    ),
    "val_gap": Quantity("validation loss over training loss at the end", _LATE, "x", "val_gap", "V(1) / last"),
    "val_level": Quantity("validation loss at the end, as a part of its first", _ALL, "%", "val_level", "V(1) / V_1"),
    "val_rise": Quantity("validation loss at the end over its lowest", _ALL, "x", "val_rise", "V(1) / min V"),
    "val_age": Quantity("", _ALL, "%", "val_rise", "(E - argmin V) / E"),
    "val_jumps": Quantity("usual jump of the validation loss", _LATE, "%", "val_jumps", "noise(V) / V(1)"),
    "val_lost": Quantity(
        "mean height of validation above its lowest so far", _ALL, "%", "val_jumps", "mean(V / lowest so far - 1)"
    ),
    "val_fall_1": Quantity(
        "part of the validation loss that the last half took away", _LATE, "%", "val_level", "1 - V(1) / V(1/2)"
    ),
    "val_fall_2": Quantity("", (0.25, 0.5), "%", "val_level", "1 - V(1/2) / V(1/4)"),
    "val_low": Quantity("lowest validation loss over the lowest training loss", _ALL, "x", "val_gap", "min V / min L"),
    "val_second": Quantity("", _FIRST, "%", "val_start", "V_2 / V_1"),
    "end_loss": Quantity("loss at the end", _LATE, "", "level", "last"),
    "first_loss": Quantity("loss of the first epoch", _FIRST, "", "height", "first"),
    "val_end": Quantity("validation loss at the end", _LATE, "", "height", "V(1)"),
}
"""Every quantity, by name. V is the validation loss; V(1) its mean over the last five epochs."""

KNOWN: Mapping[str, Quantity] = {
    "rate": Quantity("", _ALL, "", "rate", "log10(rate)"),
    "decades": Quantity(
        "learning rate over the one that mostly serves this optimiser best",
        _ALL,
        "10^",
        "rate",
        "log10(rate / usual rate of the optimiser)",
    ),
    "reach": Quantity("", _ALL, "", "rate", "decades + log10(E)"),
    "sign_like": Quantity("", _ALL, "", "rate", "1 for Adam's kin, else 0"),
    "steps": Quantity("", _ALL, "", "rate", "decades + log10(E steps), NaN if not known"),
    "over_guessing": Quantity(
        "loss at the end, as a part of what guessing costs", _LATE, "%", "level", "last / guessing, NaN if not known"
    ),
    "first_over_guessing": Quantity(
        "loss of the first epoch, as a part of what guessing costs",
        (0.0, 0.0),
        "%",
        "start",
        "first / guessing; guessing is ln(classes), or 1 for scaled squared errors",
    ),
    "over_start": Quantity(
        "loss at the end, as a part of that before training", _ALL, "%", "level", "last / loss before, NaN if not known"
    ),
    "first_over_start": Quantity(
        "loss of the first epoch, as a part of that before training", (0.0, 0.0), "%", "start", "first / loss before"
    ),
    "threefold_of_gain": Quantity("", _LATE, "%", "forecast", "threefold / (threefold + (loss before - last) / first)"),
    "tenfold_of_gain": Quantity(
        "further fall to be expected of ten times the epochs, as a part of all that there was to gain",
        _LATE,
        "%",
        "forecast",
        "tenfold / (tenfold + (loss before - last) / first)",
    ),
    "jumps_of_gain": Quantity("", _LATE, "%", "jumps", "noise / (loss before - last)"),
    "stability": Quantity(
        "learning rate over the largest that the curvature allows",
        (1.0, 1.0),
        "10^",
        "curvature",
        "log10(rate / stable rate), NaN if not measured",
    ),
    "gradient": Quantity(
        "gradient norm at the end over that of the first epoch", _ALL, "10^", "gradient", "log10(G(1) / G_1)"
    ),
    "gradient_late": Quantity("", _LATE, "10^", "gradient", "log10(G(1) / G(1/2))"),
    "descent": Quantity(
        "", _LATE, "10^", "gradient", "log10(F / (L(1/2) - L(1))), F = rate mean(G^2) steps / 2 by plain descent"
    ),
    "lower_lead": Quantity(
        "lead of a lower rate when tried, as a part of the fall",
        _ALL,
        "%",
        "trial",
        "(own - min lower) / (loss before - min), after the epochs tried",
    ),
    "third_lead": Quantity("", _ALL, "%", "trial", "the same of the rate / sqrt(10) alone"),
    "triple_lead": Quantity("", _ALL, "%", "trial", "the same of the rate * sqrt(10) alone"),
    "higher_lead": Quantity(
        "lead of a higher rate when tried, as a part of the fall",
        _ALL,
        "%",
        "trial",
        "(own - min higher) / (loss before - min)",
    ),
    "lower_below": Quantity(
        "distance below the end of this run that a lower rate reached when tried, as a part of the fall",
        _LATE,
        "%",
        "trial",
        "(last - min lower) / (loss before - min), last among them",
    ),
    "higher_below": Quantity(
        "distance below the end of this run that a higher rate reached when tried, as a part of the fall",
        _LATE,
        "%",
        "trial",
        "(last - min higher) / (loss before - min), last among them",
    ),
    "tested": Quantity("", _ALL, "%", "trial", "epochs tried / E"),
}
"""What is known besides where rate and optimiser are given. G is the mean gradient norm of an epoch; the last seven are
of other rates that were tried (`core.doctor_trial`)."""
