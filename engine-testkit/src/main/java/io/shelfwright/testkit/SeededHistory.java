package io.shelfwright.testkit;

import io.shelfwright.api.TargetType;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.UserState;
import java.time.Instant;
import java.util.SplittableRandom;

/** Draws what a synthetic user did: mostly plays, around a few favourite items. */
final class SeededHistory {
    private SeededHistory() {}

    static UserState draw(SplittableRandom random, Catalog catalog, String userId, int events) {
        TestUser user = TestUser.of(userId)
                .market(SeededCatalog.MARKETS.get(random.nextInt(SeededCatalog.MARKETS.size())))
                .language(SeededCatalog.LANGUAGES.get(random.nextInt(SeededCatalog.LANGUAGES.size())))
                .age(random.nextInt(4) == 0 ? -1 : 12 + random.nextInt(60));
        int home = random.nextInt(Math.max(1, catalog.size()));
        for (int i = 0; i < events && catalog.size() > 0; i++) {
            int near = (home + random.nextInt(20)) % catalog.size();
            int item = random.nextInt(3) == 0 ? random.nextInt(catalog.size()) : near;
            event(random, user, catalog.item(item).id(), TestRequests.daysAgo(200 * random.nextDouble()));
        }
        return user.build(catalog);
    }

    private static void event(SplittableRandom random, TestUser user, String itemId, Instant at) {
        switch (random.nextInt(20)) {
            case 0 -> user.save(itemId, at);
            case 1 -> user.skip(itemId, at);
            case 2, 3, 4 -> user.impressions(itemId, "mix", 1, at);
            case 5 -> user.exploredImpression(itemId, "mix", at);
            case 6 -> user.complete(itemId, at);
            case 7 -> user.hide(TargetType.ITEM, itemId, at);
            case 8 -> user.dislike(TargetType.ARTIST, "artist-" + random.nextInt(10), at);
            default -> user.plays(itemId, 1 + random.nextInt(5), at);
        }
    }
}
