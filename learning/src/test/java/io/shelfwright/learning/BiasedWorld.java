package io.shelfwright.learning;

import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.DatasetPage;
import io.shelfwright.learning.dataset.DatasetRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Synthetic pages sorted by their fourth feature, which listeners rather dislike; far down hardly anybody looks. */
final class BiasedWorld {
    private static final int CARDS = 10;

    private BiasedWorld() {}

    /** Returns the log-odds of a reaction of one who looks. */
    static double truth(float[] features) {
        return -1.5 + 0.7 * features[0] - 0.7 * features[3];
    }

    /** Returns labelled pages, of which it is not known what was seen. */
    static Dataset pages(long seed, int pages) {
        SplittableRandom random = new SplittableRandom(seed);
        List<DatasetRow> rows = new ArrayList<>();
        for (int page = 0; page < pages; page++) {
            List<float[]> cards = new ArrayList<>();
            for (int card = 0; card < CARDS; card++) {
                cards.add(features(random));
            }
            cards.sort(Comparator.comparing(features -> -features[3]));
            for (int position = 0; position < CARDS; position++) {
                double examination = Math.pow(0.72, position);
                float[] features = cards.get(position);
                boolean reacted =
                        random.nextDouble() < examination && random.nextDouble() < 1 / (1 + Math.exp(-truth(features)));
                rows.add(row(page, position, features, examination, reacted));
            }
        }
        return new Dataset(TestFeatures.SCHEMA, List.of("stream"), rows);
    }

    /** Returns cards of no page. */
    static Dataset cards(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<DatasetRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(i, 0, features(random), 1, false));
        }
        return new Dataset(TestFeatures.SCHEMA, List.of("stream"), rows);
    }

    private static float[] features(SplittableRandom random) {
        return new float[] {(float) random.nextGaussian(), 0, (float) random.nextDouble(), (float) random.nextGaussian()
        };
    }

    private static DatasetRow row(int page, int position, float[] features, double examination, boolean reacted) {
        DatasetPage served = new DatasetPage(
                page, "user-" + page / 3, "r" + page, "", TestPages.AT, "SE", "phone", "", "old", "000001", "config");
        return new DatasetRow(
                served,
                position,
                "shelf",
                "albums",
                "item-" + page + "-" + position,
                "g",
                features,
                new float[] {reacted ? 1 : 0},
                1,
                1,
                0.3,
                0.3,
                examination,
                1,
                false,
                false,
                reacted);
    }
}
