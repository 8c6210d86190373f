package io.shelfwright.learning.validation.statistics;

import io.shelfwright.learning.validation.table.TableColumn;
import io.shelfwright.learning.validation.table.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes statistics of rows as they come; for one use, not thread-safe. Parts may be collected apart and merged. */
public final class StatisticsCollector {
    private final List<TableColumn> columns;
    private final StatisticsPlan plan;
    private final int weightColumn;
    private final int listenerColumn;
    private final Part whole;
    private final List<Cut> cuts = new ArrayList<>();

    /** Makes a collector of rows with these columns. */
    public StatisticsCollector(String name, List<TableColumn> columns, StatisticsPlan plan) {
        this.columns = columns;
        this.plan = plan;
        weightColumn = place(plan.weight());
        listenerColumn = place(plan.listener());
        whole = new Part(name, plan.options());
        for (SliceSpec spec : plan.slices()) {
            int[] places = spec.columns().stream().mapToInt(this::place).toArray();
            boolean known = true;
            for (int place : places) {
                known &= place >= 0;
            }
            if (known) {
                cuts.add(new Cut(spec, places));
            }
        }
    }

    private int place(@Nullable String column) {
        for (int i = 0; column != null && i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }

    /** Adds a row, which may be reused afterwards. */
    public void add(TableRow row) {
        double weight = weightColumn < 0 ? 1 : row.missing(weightColumn) ? 0 : weight(row.number(weightColumn));
        int group = -1;
        if (listenerColumn >= 0) {
            String listener = row.missing(listenerColumn) ? "" : row.text(listenerColumn);
            group = (int) Long.remainderUnsigned(Hash.of(listener), GroupMeans.GROUPS);
        }
        whole.add(row, weight, group);
        for (Cut cut : cuts) {
            cut.part(row).add(row, weight, group);
        }
    }

    private static double weight(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY ? value : 0;
    }

    /** Returns the statistics of all rows so far. */
    public DatasetStatistics statistics() {
        for (Cut cut : cuts) {
            cut.parts.values().forEach(part -> whole.statistics.putSlice(cut.spec.toString(), part.statistics));
        }
        return whole.statistics;
    }

    /** The rows of one slice, or all. */
    private final class Part {
        private final DatasetStatistics statistics;
        private final FeatureStatistics[] features;
        private final int[] places;

        Part(String name, StatisticsOptions options) {
            statistics = new DatasetStatistics(name);
            List<FeatureStatistics> made = new ArrayList<>();
            List<Integer> at = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                TableColumn column = columns.get(i);
                if (!plan.ignored().contains(column.name())) {
                    FeatureStatistics feature = new FeatureStatistics(
                            column.name(), column.type(), plan.categories().contains(column.name()), options);
                    made.add(feature);
                    at.add(i);
                    statistics.putFeature(feature);
                }
            }
            features = made.toArray(new FeatureStatistics[0]);
            places = at.stream().mapToInt(Integer::intValue).toArray();
        }

        void add(TableRow row, double weight, int group) {
            statistics.addRow(weight);
            for (int i = 0; i < features.length; i++) {
                features[i].add(row, places[i], weight, group);
            }
        }
    }

    /** The slices by one or two columns. */
    private final class Cut {
        private final SliceSpec spec;
        private final int[] places;
        private final Map<String, Part> parts = new HashMap<>();

        Cut(SliceSpec spec, int[] places) {
            this.spec = spec;
            this.places = places;
        }

        Part part(TableRow row) {
            StringBuilder name = new StringBuilder();
            for (int i = 0; i < places.length; i++) {
                name.append(i == 0 ? "" : ", ")
                        .append(spec.columns().get(i))
                        .append('=')
                        .append(row.missing(places[i]) ? DatasetStatistics.MISSING : row.text(places[i]));
            }
            String slice = name.toString();
            Part known = parts.get(slice);
            if (known == null) {
                String kept =
                        parts.size() < plan.options().maxSlices() ? slice : DatasetStatistics.otherOf(spec.toString());
                known = parts.computeIfAbsent(
                        kept, key -> new Part(key, plan.options().ofSlice()));
            }
            return known;
        }
    }
}
