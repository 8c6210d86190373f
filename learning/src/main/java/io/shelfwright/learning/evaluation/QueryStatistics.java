package io.shelfwright.learning.evaluation;

import java.util.function.ToDoubleFunction;

/** Measures of requests, averaged over requests; a request weighs what its rows weigh on average. */
final class QueryStatistics {
    private final boolean emptyIsZero;

    /**
     * Makes them.
     *
     * @param emptyIsZero whether a request without positives counts as 0, as in TFMA, instead of being left out
     */
    QueryStatistics(boolean emptyIsZero) {
        this.emptyIsZero = emptyIsZero;
    }

    /** Mean of a measure that needs a positive. */
    Statistic mean(Sample sample, double[] labels, double[] scores, ToDoubleFunction<QueryRanking> measure) {
        return mean(
                sample,
                group -> sample.hasPositive(group, labels)
                        ? measure.applyAsDouble(ranking(sample, group, labels, scores))
                        : Double.NaN,
                emptyIsZero);
    }

    /** Mean of a measure that says nothing of a request without positives, not even 0. */
    Statistic meanOfDefined(Sample sample, double[] labels, double[] scores, ToDoubleFunction<QueryRanking> measure) {
        return new QueryStatistics(false).mean(sample, labels, scores, measure);
    }

    /** NDCG: the gain over the greatest gain there could be; NaN where no label is above 0. */
    Statistic ndcg(Sample sample, double[] labels, double[] scores, int cut, boolean exponential) {
        return mean(
                sample,
                group -> {
                    double best = ranking(sample, group, labels, labels).gain(cut, exponential);
                    return best > 0 ? ranking(sample, group, labels, scores).gain(cut, exponential) / best : Double.NaN;
                },
                emptyIsZero);
    }

    private static QueryRanking ranking(Sample sample, int group, double[] labels, double[] scores) {
        return new QueryRanking(scores, labels, sample.start(group), sample.start(group + 1));
    }

    /** A number of one request. */
    interface OfGroup {
        double value(int group);
    }

    /** Mean over requests; where the number is NaN the request is left out, or counts as 0. */
    static Statistic mean(Sample sample, OfGroup number, boolean nanIsZero) {
        RatioStatistic mean = new RatioStatistic(sample.units());
        for (int group = 0; group < sample.groups(); group++) {
            double value = number.value(group);
            if (!Double.isNaN(value) || nanIsZero) {
                double weight = sample.groupWeight(group);
                mean.add(sample.unit(sample.start(group)), weight * (Double.isNaN(value) ? 0 : value), weight);
            }
        }
        return mean;
    }
}
