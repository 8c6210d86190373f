package io.shelfwright.sample.data.synthetic;

import io.shelfwright.api.UserProfile;
import io.shelfwright.sample.data.Draws;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Invents the listeners: two or three dear music genres each, and for most of them one or two of podcasts. */
final class SyntheticListeners {
    static final int LISTENERS = 200;

    /** Every twentieth joined within the last three days: the newcomers. */
    private static final int NEWCOMER_EVERY = 20;

    private static final double LONGEST_DAYS = 330;
    private static final double SHORTEST_DAYS = 180;
    private static final double[] HOURS = {1, 1, 1, 1, 1, 2, 4, 7, 8, 6, 5, 5, 7, 5, 5, 5, 7, 9, 10, 10, 10, 8, 5, 2};

    private SyntheticListeners() {}

    static List<Listener> of(long seed) {
        List<Listener> listeners = new ArrayList<>();
        for (int i = 0; i < LISTENERS; i++) {
            listeners.add(listener(i, new Draws(seed, 3, i)));
        }
        return listeners;
    }

    private static Listener listener(int i, Draws draws) {
        String market = Genres.MARKETS.get(draws.pick(20, 35, 15, 15, 15));
        int age = 13 + draws.below(58);
        boolean newcomer = i % NEWCOMER_EVERY == NEWCOMER_EVERY - 1;
        double days = newcomer ? draws.between(0.5, 3) : draws.between(SHORTEST_DAYS, LONGEST_DAYS);
        Instant joined = SyntheticWorld.REFERENCE_TIME.minus(Duration.ofMinutes((long) (days * 24 * 60)));
        UserProfile profile = new UserProfile(
                String.format(Locale.ROOT, "synthetic:%03d", i),
                market,
                Genres.languageOf(market),
                age,
                age >= 18 && draws.next() < 0.9,
                draws.next() < 0.5 ? "free" : "premium",
                joined);
        return new Listener(profile, i, taste(draws), joined, draws.between(0.7, 5), draws.pick(HOURS));
    }

    private static SortedMap<String, Double> taste(Draws draws) {
        SortedMap<String, Double> taste = new TreeMap<>();
        for (String genre : Genres.MUSIC) {
            taste.put(genre, draws.between(0, 0.12));
        }
        int dear = 2 + draws.below(2);
        for (int k = 0; k < dear; k++) {
            String genre = Genres.MUSIC.get(draws.below(Genres.MUSIC.size()));
            taste.merge(genre, k == 0 ? 1 : draws.between(0.4, 0.9), Math::max);
        }
        boolean podcasts = draws.next() < 0.7;
        for (String genre : Genres.PODCASTS) {
            taste.put(genre, draws.between(0, 0.1));
        }
        if (podcasts) {
            taste.put(Genres.PODCASTS.get(draws.below(Genres.PODCASTS.size())), draws.between(0.6, 1));
            taste.put(Genres.PODCASTS.get(draws.below(Genres.PODCASTS.size())), draws.between(0.3, 0.8));
        }
        taste.replaceAll((genre, weight) -> Math.round(weight * 1000) / 1000.0);
        return taste;
    }
}
