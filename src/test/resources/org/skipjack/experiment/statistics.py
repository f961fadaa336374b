"""The statistics of paired tables by SciPy: JSON in on standard input, JSON out."""

import json
import math
import sys

import numpy as np
from scipy import integrate, optimize, special, stats

RESAMPLES = 10_000
LEVEL = 0.95
MARGIN = 0.75


class Given(np.random.Generator):
    """Draws the indices that the Java side draws: the multiples of the golden ratio."""

    def integers(self, low, high=None, size=None, **_):
        count = np.arange(1, math.prod(size) + 1, dtype=np.uint64)
        drawn = (count * np.uint64(2654435761)) & np.uint64(0xFFFFFFFF)
        return ((drawn * np.uint64(high)) >> np.uint64(32)).astype(np.int64).reshape(size)


def signed_ranks(differences):
    kept = differences[differences != 0]
    if len(kept) == 0:
        return 0.0, 1.0
    if len(kept) == 1:
        return float(kept[0] > 0), 1.0
    ranks = stats.rankdata(np.abs(kept))
    total = float(ranks[kept > 0].sum())
    if len(kept) > 12:  # no ties there
        return total, float(stats.wilcoxon(kept, mode="exact").pvalue)

    def statistic(signed, axis=-1):
        return np.where(signed > 0, ranks, 0).sum(axis=axis)

    test = stats.permutation_test(
        (kept,), statistic, permutation_type="samples", n_resamples=np.inf, vectorized=True)
    return total, float(test.pvalue)


def power(effect, pairs, level):
    df = pairs - 1
    critical = stats.t.isf(level / 2, df)
    delta = effect * math.sqrt(pairs)
    return above(critical, df, delta) + above(critical, df, -delta)


def above(t, df, delta):
    """The noncentral t's tail, by quadrature: scipy.stats.nct gives NaN for some large deltas."""
    tail, _ = integrate.quad(
        lambda s: stats.norm.sf(t * s / math.sqrt(df) - delta) * stats.chi.pdf(s, df),
        0, math.sqrt(df) + 12, epsabs=1e-12, epsrel=1e-10, limit=200)
    return tail


def equivalence(d, margin):
    """Two one-sided t tests."""
    above_low = stats.ttest_1samp(d, -margin, alternative="greater").pvalue
    below_high = stats.ttest_1samp(d, margin, alternative="less").pvalue
    return float(max(above_low, below_high))


def equivalence_power(margin, difference, pairs, level):
    """By quadrature over the standard deviation that comes out."""
    df = pairs - 1
    critical = stats.t.isf(level, df)
    room, shift = margin * math.sqrt(pairs), difference * math.sqrt(pairs)

    def chance(s):
        left = room - critical * s / math.sqrt(df)
        return (stats.norm.cdf(left - shift) - stats.norm.cdf(-left - shift)) * stats.chi.pdf(s, df)

    top = min(room * math.sqrt(df) / critical, math.sqrt(df) + 12)
    return integrate.quad(chance, 0, top, epsabs=1e-12, epsrel=1e-10, limit=200)[0]


def effect_interval(t, pairs):
    """The noncentral t's own distribution where it has numbers, by quadrature."""
    df = pairs - 1
    ends = []
    for chance in ((1 - LEVEL) / 2, (1 + LEVEL) / 2):
        reach = 1.0
        while above(t, df, t - reach) > chance or above(t, df, t + reach) < chance:
            reach *= 2
        ends.append(optimize.brentq(lambda delta: above(t, df, delta) - chance,
                                    t - reach, t + reach, xtol=1e-10))
    return [end / math.sqrt(pairs) for end in ends]


def interval(mean, error, df):
    return [float(x) for x in stats.t.interval(LEVEL, df, loc=mean, scale=error)]


def table(first, second):
    a, b = np.array(first), np.array(second)
    d = a - b
    n = len(d)
    paired = stats.ttest_rel(a, b)
    welch = stats.ttest_ind(a, b, equal_var=False)
    va, vb = a.var(ddof=1) / n, b.var(ddof=1) / n
    welch_df = (va + vb) ** 2 / (va**2 / (n - 1) + vb**2 / (n - 1))
    total, ranks_p = signed_ranks(d)
    bootstrap = stats.bootstrap(
        (d,), np.mean, n_resamples=RESAMPLES, confidence_level=LEVEL, method="BCa",
        random_state=Given(np.random.PCG64(0)))
    cohen = d.mean() / d.std(ddof=1)
    hedges = cohen * math.exp(
        special.gammaln((n - 1) / 2) - special.gammaln((n - 2) / 2) - math.log((n - 1) / 2) / 2
    ) if n > 2 else float("nan")
    effect = min(abs(cohen), 3.0)
    return {
        "mean": float(d.mean()),
        "deviation": float(d.std(ddof=1)),
        "t": float(paired.statistic),
        "p": float(paired.pvalue),
        "interval": interval(d.mean(), stats.sem(d), n - 1),
        "welch": [float(welch.statistic), float(welch_df), float(welch.pvalue)]
        + interval(a.mean() - b.mean(), math.sqrt(va + vb), welch_df),
        "ranks": [total, ranks_p],
        "bootstrap": [float(bootstrap.confidence_interval.low),
                      float(bootstrap.confidence_interval.high)],
        "effect": [float(cohen), hedges],
        "power": power(effect, n, 0.05),
        "equivalence": equivalence(d, MARGIN),
        "equivalence power": equivalence_power(
            MARGIN / d.std(ddof=1), min(abs(d.mean()), MARGIN) / d.std(ddof=1), n, 0.05),
    }


def holm(ps):
    order = np.argsort(ps, kind="stable")
    stepped = np.maximum.accumulate(np.array(ps)[order] * np.arange(len(ps), 0, -1))
    corrected = np.empty(len(ps))
    corrected[order] = np.minimum(1, stepped)
    return [float(p) for p in corrected]


tables = json.load(sys.stdin)
results = [table(one["first"], one["second"]) for one in tables]
families = [holm([one["p"] for one in results[i:i + 5]]) for i in range(0, len(results), 5)]
few = [{"effect interval": effect_interval(one["t"], len(given["first"]))}
       for one, given in list(zip(results, tables))[:60] if abs(one["t"]) < 20]
json.dump({"tables": results, "holm": families, "few": few}, sys.stdout)
