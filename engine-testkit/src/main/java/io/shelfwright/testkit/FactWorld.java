package io.shelfwright.testkit;

import io.shelfwright.api.Explicitness;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemBuilder;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.UserState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A small world in which one fact of an item or a user can be changed, or all times shifted; not thread-safe.
 *
 * <p>The user played items in two languages, of two publishers and two genres. The candidate is an item the user never met.
 */
final class FactWorld {
    private final Instant now;
    private final ItemBuilder candidate;
    private String language = "sv";
    private int age = 30;
    private @Nullable Instant joinedAt;

    FactWorld(Instant now) {
        this.now = now;
        joinedAt = ago(300);
        candidate = Item.builder("candidate", ItemKind.ALBUM, "Candidate")
                .artists("artist-1")
                .genres("rock")
                .language("sv")
                .publisher("label-1")
                .basePopularity(0.5)
                .explicitness(Explicitness.CLEAN)
                .releasedAt(ago(20));
    }

    private Instant ago(double days) {
        return now.minus(Duration.ofMinutes(Math.round(days * 24 * 60)));
    }

    FactWorld candidate(Consumer<ItemBuilder> change) {
        change.accept(candidate);
        return this;
    }

    FactWorld language(String value) {
        language = value;
        return this;
    }

    FactWorld age(int value) {
        age = value;
        return this;
    }

    FactWorld joinedDaysAgo(@Nullable Integer days) {
        joinedAt = days == null ? null : ago(days);
        return this;
    }

    FactWorld releasedDaysAgo(@Nullable Integer days) {
        candidate.releasedAt(days == null ? null : ago(days));
        return this;
    }

    /** Returns the candidate, and two items that the user played, on the shelf for everything. */
    CandidateBatch batch() {
        TestCatalogBuilder builder = TestCatalog.builder().version("facts").item(candidate);
        builder.item(played("played-1", "sv", "label-1", "rock", 40))
                .item(played("played-2", "de", "label-2", "jazz", 9));
        builder.plays("candidate", 30).listeners("candidate", 12).recentPlays("candidate", 4);
        builder.plays("played-1", 90).plays("played-2", 50).views("candidate", 300, 12);
        builder.neighbour("candidate", "played-1", 0.6).neighbour("played-1", "candidate", 0.6);
        TestCatalog catalog = builder.build();
        UserState user = TestUser.of(new UserProfile("user", "SE", language, age, false, "premium", joinedAt))
                .plays("played-1", 3, ago(1.5))
                .plays("played-2", 2, ago(12))
                .complete("played-1", ago(2))
                .save("played-2", ago(3))
                .impressions("candidate", "mix", 1, ago(5))
                .impressions("played-1", "mix", 1, ago(0.5))
                .build(catalog);
        RequestContext request = new RequestContext("r-1", "user", now, ZoneOffset.UTC, "SE", "desktop", 7);
        TestCandidates candidates = TestCandidates.of(catalog, user, request);
        for (int item = 0; item < catalog.size(); item++) {
            candidates.add(catalog.item(item).id(), TestShelves.shelf("mix", "mix"), "test", 1.0 / (1 + item));
        }
        return candidates.build();
    }

    private ItemBuilder played(String id, String language, String publisher, String genre, int days) {
        return Item.builder(id, ItemKind.ALBUM, id)
                .artists("artist-" + id)
                .genres(genre)
                .language(language)
                .publisher(publisher)
                .basePopularity(0.4)
                .releasedAt(ago(days));
    }
}
