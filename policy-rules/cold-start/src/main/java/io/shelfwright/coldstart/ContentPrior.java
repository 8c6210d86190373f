package io.shelfwright.coldstart;

import io.shelfwright.api.Item;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ItemStatistics;
import java.util.HashMap;
import java.util.Map;

/**
 * What an item's engagement per view should be by its content alone; immutable.
 *
 * <p>A hierarchy of means, each drawn to the one above as by {@code n0} views: all items, kind, genre within the kind (the
 * mean over the item's genres), artist within the kind (the mean over the item's artists, of which a few views say a lot).
 */
final class ContentPrior {
    /** The mean where nobody has viewed anything. */
    static final double UNKNOWN = 0.05;

    private static final double SMALLEST = 1e-4;
    private static final double LARGEST = 0.9;

    private final double n0;
    private final Counts all = new Counts();
    private final Map<String, Counts> byGroup = new HashMap<>();

    ContentPrior(Catalog catalog, double n0) {
        this.n0 = n0;
        ItemStatistics statistics = catalog.statistics();
        for (int i = 0; i < catalog.size(); i++) {
            double views = statistics.views(i);
            if (views > 0) {
                double engagements = statistics.engagements(i);
                Item item = catalog.item(i);
                String kind = item.kind().name();
                all.add(views, engagements);
                group(kind).add(views, engagements);
                item.genres().forEach(genre -> group(genre(kind, genre)).add(views, engagements));
                item.artistIds().forEach(artist -> group(artist(kind, artist)).add(views, engagements));
            }
        }
    }

    /** Returns the number of examined views of all items. */
    double views() {
        return all.views;
    }

    /** Returns the prior mean of an item, in (0, 1). */
    double mean(Item item) {
        String kind = item.kind().name();
        double kindMean = shrunk(kind, all.shrunkTo(UNKNOWN, n0));
        double genreMean = 0;
        for (String genre : item.genres()) {
            genreMean += shrunk(genre(kind, genre), kindMean);
        }
        genreMean =
                item.genres().isEmpty() ? kindMean : genreMean / item.genres().size();
        double artistMean = 0;
        for (String artist : item.artistIds()) {
            artistMean += shrunk(artist(kind, artist), genreMean);
        }
        double mean = item.artistIds().isEmpty()
                ? genreMean
                : artistMean / item.artistIds().size();
        return Math.max(SMALLEST, Math.min(LARGEST, mean));
    }

    private double shrunk(String group, double parent) {
        Counts counts = byGroup.get(group);
        return counts == null ? parent : counts.shrunkTo(parent, n0);
    }

    private Counts group(String key) {
        return byGroup.computeIfAbsent(key, unused -> new Counts());
    }

    private static String genre(String kind, String genre) {
        return kind + "/genre/" + genre;
    }

    private static String artist(String kind, String artist) {
        return kind + "/artist/" + artist;
    }

    private static final class Counts {
        double views;
        double engagements;

        void add(double moreViews, double moreEngagements) {
            views += moreViews;
            engagements += moreEngagements;
        }

        double shrunkTo(double parent, double weight) {
            return (engagements + weight * parent) / (views + weight);
        }
    }
}
