package io.shelfwright.engine.userstate;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.TargetType;
import io.shelfwright.spi.Catalog;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestCatalogBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded random interactions of one user and a small catalog they are about. */
final class RandomInteractions {
    static final Instant START = Instant.parse("2024-03-01T00:00:00Z");
    static final int ITEMS = 40;
    static final int ARTISTS = 12;
    static final String[] GENRES = {"rock", "jazz", "ambient", "fado"};

    private static final List<InteractionType> RARE = List.of(
            InteractionType.SKIP,
            InteractionType.SAVE,
            InteractionType.FOLLOW,
            InteractionType.LIKE,
            InteractionType.DISLIKE,
            InteractionType.HIDE);

    private RandomInteractions() {}

    /** Returns a catalog that lacks the last few of the items users interact with. */
    static Catalog catalog() {
        TestCatalogBuilder builder = TestCatalog.builder();
        for (int i = 0; i < ITEMS - 5; i++) {
            builder.item(Item.builder("item" + i, i % 4 == 0 ? ItemKind.PLAYLIST : ItemKind.ALBUM, "Item " + i)
                    .artists("artist" + i % ARTISTS, "artist" + (i * 7 + 3) % ARTISTS)
                    .genres(GENRES[i % 4], GENRES[(i + 1) % 3])
                    .language(i % 2 == 0 ? "sv" : "pt")
                    .publisher(i % 3 == 0 ? "Label" : ""));
            builder.vector("item" + i, Math.sin(i), Math.cos(i), Math.sin(3 * i));
        }
        return builder.build();
    }

    /** Returns a play of an item at noon. */
    static Interaction play(String user, String id) {
        Instant noon = Instant.parse("2024-05-01T12:00:00Z");
        return Interaction.of(user, InteractionType.PLAY, "item").withId(id).at(noon);
    }

    /** Returns interactions at distinct, ascending times. */
    static List<Interaction> of(Random random, int count) {
        List<Interaction> found = new ArrayList<>();
        Instant time = START;
        for (int i = 0; i < count; i++) {
            time = time.plusSeconds(1 + random.nextInt(random.nextBoolean() ? 600 : 200_000))
                    .plusNanos(random.nextInt(1000));
            found.add(one(random, "id" + i).at(time));
        }
        return found;
    }

    static Interaction one(Random random, String id) {
        String item = "item" + random.nextInt(ITEMS);
        int kind = random.nextInt(20);
        if (kind < 8) {
            InteractionType type = kind < 6 ? InteractionType.PLAY : InteractionType.COMPLETE;
            double amount = random.nextInt(5) == 0 ? random.nextDouble() * 9 : 1;
            return Interaction.of("user", type, item).withAmount(amount).withId(id);
        }
        if (kind < 14) {
            return Interaction.of("user", InteractionType.IMPRESSION, item)
                    .from("page" + id, "shelf" + random.nextInt(3))
                    .explored(random.nextInt(3) == 0)
                    .withId(id);
        }
        InteractionType type = RARE.get(random.nextInt(RARE.size()));
        boolean artist = type != InteractionType.SKIP && type != InteractionType.SAVE && random.nextBoolean();
        return new Interaction(
                id,
                "user",
                type,
                artist ? TargetType.ARTIST : TargetType.ITEM,
                artist ? "artist" + random.nextInt(ARTISTS) : item,
                null,
                1,
                "",
                "",
                "",
                false);
    }
}
