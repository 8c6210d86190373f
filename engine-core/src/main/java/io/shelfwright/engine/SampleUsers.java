package io.shelfwright.engine;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.UserStateStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Made-up users for whom pages are built where no real ones are at hand: each has played some of the most popular items. */
final class SampleUsers {
    private static final int USERS = 3;
    private static final int ITEMS = 30;

    private SampleUsers() {}

    /** Records them; returns how many they are. */
    static int into(UserStateStore store, Catalog catalog, Instant now) {
        List<Integer> popular = new ArrayList<>();
        for (int item = 0; item < catalog.size(); item++) {
            popular.add(item);
        }
        popular.sort(Comparator.comparingDouble(
                        (Integer item) -> -catalog.statistics().plays(item))
                .thenComparing(item -> catalog.item(item).id()));
        for (int i = 0; i < Math.min(ITEMS, popular.size()); i++) {
            String user = String.format(Locale.ROOT, "shelfwright-sample-%d", i % USERS);
            store.append(Interaction.of(
                            user,
                            InteractionType.PLAY,
                            catalog.item(popular.get(i)).id())
                    .withId("play-" + i)
                    .at(now.minusSeconds(3_600L * (i + 1))));
        }
        return USERS;
    }
}
