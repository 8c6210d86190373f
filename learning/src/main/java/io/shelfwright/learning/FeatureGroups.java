package io.shelfwright.learning;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns of features by group: the part of the name before the first dot. */
final class FeatureGroups {
    private FeatureGroups() {}

    /**
     * Returns the columns of each group.
     *
     * @param wanted groups or names of features; empty for every group
     * @throws BadRequestException if there is no such group and no such feature
     */
    static Map<String, int[]> of(FeatureSchema schema, List<String> wanted) {
        Map<String, List<Integer>> all = new LinkedHashMap<>();
        Map<String, List<Integer>> single = new LinkedHashMap<>();
        for (int column = 0; column < schema.size(); column++) {
            String name = schema.features().get(column).name();
            int dot = name.indexOf('.');
            all.computeIfAbsent(dot < 0 ? name : name.substring(0, dot), group -> new ArrayList<>())
                    .add(column);
            single.put(name, List.of(column));
        }
        Map<String, int[]> chosen = new LinkedHashMap<>();
        for (String name : wanted.isEmpty() ? all.keySet() : wanted) {
            List<Integer> columns = all.getOrDefault(name, single.getOrDefault(name, List.of()));
            if (columns.isEmpty()) {
                throw new BadRequestException("there is no group of features '" + name
                        + "' and no such feature; groups are " + String.join(", ", all.keySet()));
            }
            chosen.put(name, columns.stream().mapToInt(Integer::intValue).toArray());
        }
        return chosen;
    }

    /** Returns the rows with some columns missing. */
    static FeatureMatrix without(FeatureMatrix rows, int[] columns) {
        float[] values = rows.values().clone();
        for (int row = 0; row < rows.rows(); row++) {
            for (int column : columns) {
                values[row * rows.columns() + column] = Float.NaN;
            }
        }
        return new FeatureMatrix(rows.schema(), rows.rows(), values);
    }
}
