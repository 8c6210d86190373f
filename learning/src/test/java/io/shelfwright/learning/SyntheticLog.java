package io.shelfwright.learning;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A synthetic log with a known truth: {@code P(play | seen)} is logistic in two of four features and the shelf kind. */
public final class SyntheticLog {
    public static final int SLOTS = 10;

    public final List<PageRecord> pages = new ArrayList<>();
    public final List<Interaction> interactions = new ArrayList<>();
    private final SplittableRandom random;
    private int ids;

    /**
     * Invents a log.
     *
     * @param sign 1 for a world whose features mean something, 0 for one where they mean nothing
     */
    public SyntheticLog(long seed, int users, int pagesPerUser, boolean impressions, double sign) {
        random = new SplittableRandom(seed);
        for (int user = 0; user < users; user++) {
            for (int page = 0; page < pagesPerUser; page++) {
                add(
                        "user-" + user,
                        "request-" + user + "-" + page,
                        TestPages.AT.plus(Duration.ofHours(page)),
                        impressions,
                        sign);
            }
        }
    }

    public static double truth(float[] features, String kind, double sign) {
        double z = sign * (1.6 * features[0] - 0.9 * features[1]) + (kind.equals("albums") ? -1.5 : -0.4);
        return 1 / (1 + Math.exp(-z));
    }

    private void add(String user, String request, Instant at, boolean impressions, double sign) {
        List<SlotRecord> slots = new ArrayList<>();
        for (int position = 0; position < SLOTS; position++) {
            float[] features = {
                (float) gauss(),
                random.nextInt(10) == 0 ? Float.NaN : (float) gauss(),
                (float) random.nextDouble(),
                (float) gauss()
            };
            String kind = position < SLOTS / 2 ? "albums" : "artists";
            boolean explored = position == 6;
            double examination = 1 / (1 + 0.2 * position);
            String item = request + "-item-" + position;
            slots.add(new SlotRecord(
                    position / 5,
                    position % 5,
                    "shelf-" + kind,
                    kind,
                    item,
                    "popular",
                    features,
                    new float[] {0},
                    random.nextDouble(0.1, 0.5),
                    0.3,
                    examination,
                    explored ? 0.2 : 1,
                    true,
                    explored ? 5 : 1,
                    explored));
            if (random.nextDouble() < examination) {
                float[] known = features.clone();
                known[1] = Float.isNaN(known[1]) ? 0 : known[1];
                react(
                        user,
                        request,
                        item,
                        at.plusSeconds(30),
                        impressions,
                        random.nextDouble() < truth(known, kind, sign));
            }
        }
        pages.add(TestPages.page(user, request, at, TestFeatures.SCHEMA.fingerprint(), slots));
    }

    private void react(String user, String request, String item, Instant at, boolean impressions, boolean likes) {
        if (impressions) {
            did(user, InteractionType.IMPRESSION, item, request, at);
        }
        if (likes) {
            did(user, InteractionType.PLAY, item, request, at.plusSeconds(10));
            if (random.nextInt(4) == 0) {
                did(user, InteractionType.SAVE, item, request, at.plusSeconds(20));
            }
        } else if (random.nextInt(10) == 0) {
            did(user, InteractionType.HIDE, item, request, at.plusSeconds(10));
        }
    }

    private void did(String user, InteractionType type, String item, String request, Instant at) {
        interactions.add(TestPages.did("i" + ids++, user, type, item, request, at));
    }

    private double gauss() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
