package io.shelfwright.sample.data.synthetic;

import io.shelfwright.api.Explicitness;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.UserProfile;
import io.shelfwright.sample.data.Draws;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Invents one listener's history: sessions of a few plays, partly of what was played before, partly of new finds.
 *
 * <p>What is found follows the listener's true taste and the item's popularity; what they may not see, or was not out yet, is
 * never played.
 */
final class SyntheticHistory {
    private static final double AGAIN = 0.4;
    private static final double COMPLETE = 0.3;
    private static final double SAVE = 0.05;
    private static final double FOLLOW = 0.03;
    private static final double SKIP = 0.25;
    private static final double SHARPNESS = 2;
    private static final double OTHER_LANGUAGE = 0.05;

    private final Listener listener;
    private final List<Item> items = new ArrayList<>();
    private final double[] affinity;
    private final double[] weights;
    private final Draws draws;
    private final List<Integer> played = new ArrayList<>();
    private final List<Interaction> history = new ArrayList<>();

    SyntheticHistory(long seed, Listener listener, List<Item> catalog, SyntheticTaste taste) {
        this.listener = listener;
        draws = new Draws(seed, 4, listener.number());
        for (Item item : catalog) {
            if (mayHear(listener.profile(), item)) {
                items.add(item);
            }
        }
        affinity = new double[items.size()];
        weights = new double[items.size()];
        for (int i = 0; i < affinity.length; i++) {
            Item item = items.get(i);
            affinity[i] = taste.affinity(listener.profile().userId(), item);
            boolean foreign = !item.language().isEmpty()
                    && !item.language().equals(listener.profile().language())
                    && !item.language().equals("en");
            weights[i] = StrictMath.pow(affinity[i], SHARPNESS)
                    * Math.sqrt(item.basePopularity())
                    * (foreign ? OTHER_LANGUAGE : 1);
        }
    }

    /** Returns the history in order of time, then id. */
    List<Interaction> interactions() {
        double gapSeconds = Duration.ofDays(7).toSeconds() / listener.sessionsPerWeek();
        Instant day = listener.joinedAt();
        while (true) {
            day = day.plusSeconds((long) (gapSeconds * draws.between(0.3, 1.7)));
            if (!day.isBefore(SyntheticWorld.REFERENCE_TIME)) {
                break;
            }
            session(sessionStart(day));
        }
        history.sort(Comparator.comparing(Interaction::time).thenComparing(Interaction::id));
        return history;
    }

    private void session(Instant start) {
        Instant at = start;
        int plays = 2 + draws.below(5);
        for (int k = 0; k < plays && at.isBefore(SyntheticWorld.REFERENCE_TIME); k++) {
            int index = choice();
            Item item = items.get(index);
            if (item.releasedAt() == null
                    || item.kind().equals(ItemKind.PODCAST_SHOW)
                    || !item.releasedAt().isAfter(at)) {
                listen(index, item, at);
            }
            at = at.plusSeconds(180 + draws.below(1500));
        }
    }

    private void listen(int index, Item item, Instant at) {
        if (draws.next() < SKIP * (1 - affinity[index])) {
            add(InteractionType.SKIP, item, at.plusSeconds(20));
            return;
        }
        add(InteractionType.PLAY, item, at);
        played.add(index);
        if (draws.next() < COMPLETE * affinity[index]) {
            add(InteractionType.COMPLETE, item, at.plusSeconds(150));
        }
        if (draws.next() < SAVE * affinity[index]) {
            add(InteractionType.SAVE, item, at.plusSeconds(60));
        }
        if (item.kind().equals(ItemKind.ARTIST) && draws.next() < FOLLOW) {
            add(InteractionType.FOLLOW, item, at.plusSeconds(90));
        }
    }

    /** Returns something played lately with probability 0.4, else a find. */
    private int choice() {
        if (!played.isEmpty() && draws.next() < AGAIN) {
            int back = (int) (Math.min(played.size(), 60) * draws.next() * draws.next());
            return played.get(played.size() - 1 - back);
        }
        return draws.pick(weights);
    }

    private Instant sessionStart(Instant day) {
        long seconds = day.getEpochSecond();
        long midnight = seconds - Math.floorMod(seconds, 86_400L);
        Instant start = Instant.ofEpochSecond(midnight + (long) (listener.hour() * 3600 + 5400 * draws.gauss()));
        return start.isBefore(listener.joinedAt()) ? listener.joinedAt() : start;
    }

    private void add(InteractionType type, Item item, Instant at) {
        if (at.isBefore(SyntheticWorld.REFERENCE_TIME)) {
            history.add(Interaction.of(listener.profile().userId(), type, item.id())
                    .withId("synthetic:" + listener.number() + ":" + history.size())
                    .at(at));
        }
    }

    private static boolean mayHear(UserProfile profile, Item item) {
        boolean here =
                item.markets().contains(Item.EVERYWHERE) || item.markets().contains(profile.market());
        boolean clean = profile.explicitAllowed() || item.explicitness() == Explicitness.CLEAN;
        return here && clean && item.minimumAge() <= profile.age();
    }
}
