package io.shelfwright.learning.dataset;

import io.shelfwright.spi.FeatureSchema;
import java.util.List;

/**
 * What the numbers of a row mean.
 *
 * @param features of the features, in their order
 * @param objectives of the labels, in their order
 */
public record DatasetColumns(FeatureSchema features, List<String> objectives) {
    public DatasetColumns {
        objectives = List.copyOf(objectives);
    }
}
