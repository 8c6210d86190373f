package io.shelfwright.learning.validation.check;

import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.learning.validation.schema.DataSchema;
import io.shelfwright.learning.validation.schema.SliceRule;
import io.shelfwright.learning.validation.statistics.DatasetStatistics;
import io.shelfwright.learning.validation.statistics.FeatureStatistics;
import io.shelfwright.learning.validation.statistics.SliceSpec;
import java.util.ArrayList;
import java.util.List;

/** Finds the slices of other data that are missing here, or have much less of the rows. */
final class SliceComparison {
    private final DataSchema schema;
    private final String kind;
    private final List<String> notes;

    SliceComparison(DataSchema schema, String kind, List<String> notes) {
        this.schema = schema;
        this.kind = kind;
        this.notes = notes;
    }

    private record Share(String slice, double here, double there, long rows, long otherRows, double pValue) {}

    List<Finding> compare(DatasetStatistics current, DatasetStatistics control) {
        List<Share> shares = new ArrayList<>();
        SliceRule rule = schema.slices();
        for (SliceSpec spec : rule.by()) {
            if (!cutBy(spec, control)) {
                notes.add(
                        kind + ": there are no slices by " + spec + ", since '" + control.name() + "' lacks a column");
            } else if (!cutBy(spec, current)) {
                notes.add(
                        kind + ": there are no slices by " + spec + ", since '" + current.name() + "' lacks a column");
            } else if (current.rows() > 0) {
                shares.addAll(shares(spec, current, control));
            }
        }
        double[] q = FalseDiscoveries.qValues(
                shares.stream().mapToDouble(Share::pValue).toArray());
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            Share share = shares.get(i);
            boolean shrunken = share.here() < rule.minRatio() * share.there();
            boolean real = !schema.comparison().noiseAware()
                    || q[i] <= schema.comparison().falseDiscoveries();
            if (shrunken && real) {
                findings.add(finding(share, q[i]));
            }
        }
        return findings;
    }

    private static boolean cutBy(SliceSpec spec, DatasetStatistics data) {
        return spec.columns().stream().allMatch(column -> data.feature(column).isPresent());
    }

    private List<Share> shares(SliceSpec spec, DatasetStatistics current, DatasetStatistics control) {
        double size = effective(spec, current);
        double otherSize = effective(spec, control);
        List<Share> shares = new ArrayList<>();
        for (DatasetStatistics other : control.slices().values()) {
            if (!control.cutOf(other.name()).equals(spec.toString())
                    || other.rows() < schema.slices().minRows()) {
                continue;
            }
            DatasetStatistics mine = current.slices().get(other.name());
            long rows = mine == null ? 0 : mine.rows();
            double here = (double) rows / current.rows();
            double there = (double) other.rows() / control.rows();
            double p = SamplingNoise.ofGreatest(
                            new double[] {here, 1 - here}, new double[] {there, 1 - there}, size, otherSize)
                    .pValue();
            shares.add(new Share(other.name(), here, there, rows, other.rows(), p));
        }
        return shares;
    }

    /** Rows of one listener lie in one slice of its tier, so that they say as much as one row. */
    private static double effective(SliceSpec spec, DatasetStatistics data) {
        double least = data.rows();
        for (String column : spec.columns()) {
            least = Math.min(
                    least,
                    data.feature(column).map(FeatureStatistics::effectiveCells).orElse(0.0));
        }
        return least;
    }

    private Finding finding(Share share, double q) {
        AnomalyType type = share.rows() == 0 ? AnomalyType.SLICE_MISSING : AnomalyType.SLICE_SHRUNKEN;
        return new Found(type, "", share.slice(), kind)
                .severity(schema.slices().severity())
                .measured(share.here(), schema.slices().minRatio() * share.there())
                .fact("rows", share.rows())
                .fact("otherRows", share.otherRows())
                .fact("share", share.here())
                .fact("otherShare", share.there())
                .fact("pValue", share.pValue())
                .fact("qValue", q)
                .said("the slice has " + share.rows() + " rows, " + Found.percent(share.here()) + " of all, and "
                        + share.otherRows() + " or " + Found.percent(share.there()) + " in the data compared with");
    }
}
