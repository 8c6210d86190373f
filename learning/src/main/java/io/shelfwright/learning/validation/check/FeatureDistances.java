package io.shelfwright.learning.validation.check;

import io.shelfwright.learning.validation.DistributionDistance;
import io.shelfwright.learning.validation.NumericHistogram;
import io.shelfwright.learning.validation.report.Measurement;
import io.shelfwright.learning.validation.schema.ComparatorRule;
import io.shelfwright.learning.validation.schema.HistogramKind;
import io.shelfwright.learning.validation.statistics.CommonCells;
import io.shelfwright.learning.validation.statistics.FeatureStatistics;
import java.util.ArrayList;
import java.util.List;

/** Measures how far one column lies from the same column of other data, and how much of that chance would make. */
final class FeatureDistances {
    private static final int CELLS = 20;

    private final String comparison;
    private final String slice;
    private final boolean missingCell;

    FeatureDistances(String comparison, String slice, boolean missingCell) {
        this.comparison = comparison;
        this.slice = slice;
        this.missingCell = missingCell;
    }

    /** Returns a distance for each threshold of the rule that can be measured. */
    List<Measurement> of(ComparatorRule rule, FeatureStatistics current, FeatureStatistics control) {
        List<Measurement> measured = new ArrayList<>();
        Double share = rule.missingShare();
        if (share != null && current.rows() > 0 && control.rows() > 0) {
            measured.add(missing(share, current, control));
        }
        boolean comparable =
                missingCell ? current.rows() > 0 && control.rows() > 0 : current.present() > 0 && control.present() > 0;
        if (!comparable) {
            return measured;
        }
        CommonCells cells = CommonCells.of(current, control, CELLS, missingCell);
        double size = missingCell ? current.effectiveCells() : current.effectiveValues();
        double controlSize = missingCell ? control.effectiveCells() : control.effectiveValues();
        SamplingNoise noise = SamplingNoise.of(cells.first(), cells.second(), size, controlSize);
        SamplingNoise greatest = SamplingNoise.ofGreatest(cells.first(), cells.second(), size, controlSize);
        boolean common = current.categorical() || rule.histogram() == HistogramKind.COMMON;
        Double lInfinity = rule.lInfinity();
        if (lInfinity != null && common) {
            double value = DistributionDistance.lInfinity(cells.firstCounts(), cells.secondCounts())
                    .distance();
            measured.add(measurement("l-infinity", current, value, lInfinity, greatest, true, cells.furthest()));
        }
        Double divergence = rule.jensenShannon();
        if (divergence != null) {
            double value = common
                    ? DistributionDistance.jensenShannon(cells.firstCounts(), cells.secondCounts())
                    : DistributionDistance.jensenShannon(
                            histogram(rule.histogram(), current), histogram(rule.histogram(), control));
            measured.add(measurement("jensen-shannon", current, value, divergence, noise, true, cells.furthest()));
        }
        Double normalized = rule.normalizedDifference();
        if (normalized != null && current.categorical()) {
            DistributionDistance.LargestGap gap = DistributionDistance.normalizedAbsoluteDifference(
                    current.texts().categories(), control.texts().categories());
            measured.add(measurement(
                    "normalized-difference",
                    current,
                    gap.distance(),
                    normalized,
                    new SamplingNoise(0, 0, 0),
                    true,
                    "'" + gap.value() + "'"));
        }
        return measured;
    }

    private static NumericHistogram histogram(HistogramKind kind, FeatureStatistics column) {
        return kind == HistogramKind.QUANTILES
                ? column.numbers().quantileHistogram()
                : column.numbers().standardHistogram();
    }

    private Measurement missing(double threshold, FeatureStatistics current, FeatureStatistics control) {
        double here = 1 - current.presentShare();
        double there = 1 - control.presentShare();
        SamplingNoise noise = SamplingNoise.ofGreatest(
                new double[] {here, 1 - here},
                new double[] {there, 1 - there},
                current.effectiveRows(),
                control.effectiveRows());
        return measurement(
                "missing-share",
                current,
                Math.abs(here - there),
                threshold,
                noise,
                here > there,
                Found.percent(here) + " are missing here and " + Found.percent(there) + " there");
    }

    private Measurement measurement(
            String measure,
            FeatureStatistics column,
            double value,
            double threshold,
            SamplingNoise noise,
            boolean rises,
            String apart) {
        return new Measurement(
                comparison,
                measure,
                column.name(),
                slice,
                value,
                threshold,
                noise.expected(),
                noise.floor(),
                noise.pValue(),
                noise.pValue(),
                rises,
                apart);
    }
}
