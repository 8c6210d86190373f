package io.shelfwright.testkit;

import io.shelfwright.api.Explicitness;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.TargetType;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.UserState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Input that is rare, and allowed all the same. */
final class OddCases {
    private static final int MANY = 1500;
    private static final Instant LONG_AGO = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant FAR_AHEAD = Instant.parse("9999-12-30T00:00:00Z");

    private OddCases() {}

    /** Returns a catalog of items of which little is known, or something strange. */
    static TestCatalog catalog() {
        TestCatalogBuilder builder = TestCatalog.builder().version("odd");
        builder.item(Item.builder("\uD83C\uDFB5 \u4F60\u597D", ItemKind.ALBUM, "\u0644\u064A\u0644"))
                .item(Item.builder("x".repeat(512), ItemKind.PLAYLIST, "")
                        .artists(List.of("a", "a", "b", "c", "d", "e", "f"))
                        .genres(List.of("rock", "rock")))
                .item(Item.builder("old", ItemKind.ALBUM, "Old").releasedAt(LONG_AGO))
                .item(Item.builder("ahead", ItemKind.PODCAST_SHOW, "Ahead").releasedAt(FAR_AHEAD))
                .item(Item.builder("nowhere", ItemKind.ARTIST, "Nowhere").markets(Set.of()))
                .item(Item.builder("unknown", new ItemKind("audio-book"), "Unknown")
                        .explicitness(Explicitness.UNKNOWN)
                        .minimumAge(-1)
                        .basePopularity(Double.NaN))
                .item(Item.builder("tab\tnewline\n", ItemKind.ARTIST, "\u202e rtl")
                        .artists("tab\tnewline\n")
                        .publisher("p".repeat(400)));
        builder.plays("old", 1e12).listeners("old", Integer.MAX_VALUE).views("old", 1e9, 1e9);
        return builder.build();
    }

    /** Returns users by what is odd about them. */
    static Map<String, UserState> users(Catalog catalog) {
        Map<String, UserState> users = new LinkedHashMap<>();
        users.put(
                "a user of whom nothing is known",
                TestUser.of("\uD83D\uDE00 \u4F60\u597D").build(catalog));
        users.put(
                "a user who played only what the catalog lacks",
                TestUser.of("elsewhere")
                        .market("ZZ")
                        .language("xx")
                        .play("gone-1")
                        .play("gone-2")
                        .hide(TargetType.ITEM, "gone-3", TestRequests.AT)
                        .build(catalog));
        users.put(
                "a user who only disliked",
                TestUser.of("grumpy")
                        .dislike(TargetType.GENRE, "rock", TestRequests.daysAgo(3))
                        .dislike(TargetType.ARTIST, "a", TestRequests.daysAgo(2))
                        .dislike(TargetType.KIND, "album", TestRequests.daysAgo(1))
                        .hide(TargetType.SHELF, "mix", TestRequests.daysAgo(1))
                        .hide(TargetType.ITEM, "old", TestRequests.daysAgo(1))
                        .build(catalog));
        users.put(
                "a user with events long ago and far ahead",
                TestUser.of(new UserProfile("tab\t", "SE", "sv", 150, true, "\u4F60", FAR_AHEAD))
                        .plays("old", 0, LONG_AGO)
                        .plays("old", 1e9, FAR_AHEAD)
                        .impressions("old", "mix", 1e6, FAR_AHEAD)
                        .build(catalog));
        return users;
    }

    /** Returns requests of a user by what is odd about them. */
    static Map<String, RequestContext> requests(UserState user) {
        Map<String, RequestContext> requests = new LinkedHashMap<>();
        for (Instant at : ContractWorlds.times()) {
            requests.put("at " + at, request(user, at, "UTC", "", "desktop"));
        }
        requests.put("in an unknown market", request(user, TestRequests.AT, "Pacific/Kiritimati", "ZZ", ""));
        return requests;
    }

    private static RequestContext request(UserState user, Instant at, String zone, String market, String device) {
        String userId = user.profile().userId();
        return new RequestContext("r-odd", userId, at, ZoneId.of(zone), market, device, Long.MIN_VALUE);
    }

    /** Returns batches by what is odd about them, all of one catalog. */
    static Map<String, CandidateBatch> batches(Catalog catalog) {
        Map<String, CandidateBatch> batches = new LinkedHashMap<>();
        users(catalog).forEach((who, user) -> requests(user).forEach((when, request) -> {
            CandidateBatch all = all(catalog, user, request);
            batches.put(who + ", " + when, all);
            if (all.size() > 0) {
                batches.put(who + ", " + when + ", one candidate", BatchViews.only(all, 0));
            }
            batches.put(who + ", " + when + ", an empty batch", BatchViews.only(all));
        }));
        return batches;
    }

    /** Returns a batch of many candidates of a seeded world. */
    static CandidateBatch manyCandidates() {
        return ContractWorlds.of(0).batch(1, MANY);
    }

    private static CandidateBatch all(Catalog catalog, UserState user, RequestContext request) {
        TestCandidates candidates = TestCandidates.of(catalog, user, request);
        for (int item = 0; item < catalog.size(); item++) {
            for (ShelfSpec shelf : SeededWorld.shelves()) {
                if (shelf.accepts(catalog.item(item).kind())) {
                    candidates.add(catalog.item(item).id(), shelf, "test", 1.0 / (1 + item));
                }
            }
        }
        return candidates.build();
    }
}
