package io.shelfwright.learning;

import io.shelfwright.api.Item;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.DatasetRow;
import io.shelfwright.learning.evaluation.ItemTraits;
import io.shelfwright.spi.Catalog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what the measures beyond accuracy need from a catalog; items that it does not hold any more have no traits. */
final class CatalogTraits {
    private static final double DAY = Duration.ofDays(1).toSeconds();
    private static final double LEAST_EXAMINATION = 1e-6;

    private final Catalog catalog;

    CatalogTraits(Catalog catalog) {
        this.catalog = catalog;
    }

    ItemTraits of(Dataset dataset, int[] rows) {
        double[] popularity = new double[rows.length];
        double[] ages = new double[rows.length];
        double[] examination = new double[rows.length];
        List<Set<String>> attributes = new ArrayList<>(rows.length);
        double plays = allPlays();
        for (int i = 0; i < rows.length; i++) {
            DatasetRow row = dataset.row(rows[i]);
            int index = catalog.indexOf(row.itemId());
            // Every item is counted as if played once more, so that what nobody plays is not infinitely novel.
            popularity[i] = (1 + (index < 0 ? 0 : catalog.statistics().plays(index))) / (plays + catalog.size() + 1);
            examination[i] = Math.max(LEAST_EXAMINATION, Math.min(1, row.examination()));
            ages[i] =
                    index < 0 ? Double.NaN : age(catalog.item(index), row.page().at());
            attributes.add(index < 0 ? Set.of() : attributes(catalog.item(index)));
        }
        return catalog.size() == 0
                ? new ItemTraits(null, null, null, examination, 0)
                : new ItemTraits(popularity, ages, attributes, examination, catalog.size());
    }

    private double allPlays() {
        double plays = 0;
        for (int item = 0; item < catalog.size(); item++) {
            plays += catalog.statistics().plays(item);
        }
        return plays;
    }

    private static double age(Item item, Instant at) {
        Instant released = item.releasedAt();
        return released == null ? Double.NaN : Duration.between(released, at).toSeconds() / DAY;
    }

    private static Set<String> attributes(Item item) {
        Set<String> attributes = new HashSet<>(item.genres());
        attributes.addAll(item.artistIds());
        return attributes;
    }
}
