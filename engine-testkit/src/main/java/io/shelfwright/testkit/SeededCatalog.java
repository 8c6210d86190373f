package io.shelfwright.testkit;

import io.shelfwright.api.Explicitness;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemBuilder;
import io.shelfwright.api.ItemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Draws a synthetic catalog. */
final class SeededCatalog {
    static final List<String> GENRES = List.of(
            "rock", "pop", "jazz", "metal", "soul", "folk", "techno", "house", "ambient", "news", "comedy", "history");
    static final List<String> LANGUAGES = List.of("en", "sv", "de", "ja", "");
    static final List<String> MARKETS = List.of("SE", "US", "DE", "JP");
    private static final List<String> TITLES = List.of("Blue", "Åre", "夜明け", "Ночь", "Überall", "Noite", "ليل");

    private final SplittableRandom random;
    private final int artistCount;

    private SeededCatalog(SplittableRandom random, int items) {
        this.random = random;
        artistCount = Math.max(1, items / 5);
    }

    static TestCatalog draw(SplittableRandom random, int items) {
        SeededCatalog draw = new SeededCatalog(random, items);
        TestCatalogBuilder builder = TestCatalog.builder().version("seeded-" + items);
        for (int artist = 0; artist < draw.artistCount; artist++) {
            builder.artistName("artist-" + artist, "Artist " + artist);
        }
        for (int i = 0; i < items; i++) {
            draw.item(builder, i);
        }
        for (int i = 1; i < items; i++) {
            builder.neighbour("item-" + i, "item-" + random.nextInt(i), 0.1 + 0.8 * random.nextDouble());
        }
        if (random.nextBoolean()) {
            SeededVectors.draw(random, builder);
        }
        return builder.build();
    }

    private void item(TestCatalogBuilder builder, int number) {
        ItemKind kind = List.of(ItemKind.ALBUM, ItemKind.PLAYLIST, ItemKind.ARTIST, ItemKind.PODCAST_SHOW)
                .get(number % 4);
        String id = "item-" + number;
        ItemBuilder item = Item.builder(id, kind, pick(TITLES) + " " + number)
                .genres(genres())
                .language(pick(LANGUAGES))
                .publisher("label-" + random.nextInt(8))
                .explicitness(random.nextInt(10) == 0 ? Explicitness.EXPLICIT : Explicitness.CLEAN)
                .releasedAt(random.nextInt(5) == 0 ? null : TestRequests.daysAgo(random.nextInt(400)));
        if (random.nextInt(5) == 0) {
            item.markets(Set.of(pick(MARKETS)));
        }
        int artists =
                kind.equals(ItemKind.PLAYLIST) ? 1 + random.nextInt(12) : kind.equals(ItemKind.PODCAST_SHOW) ? 0 : 1;
        builder.item(item.artists(artists(artists)));
        int plays = 1000 / (1 + random.nextInt(items()));
        builder.plays(id, plays).listeners(id, plays / 3).recentPlays(id, plays * random.nextDouble());
        double views = random.nextInt(600);
        builder.views(id, views, Math.floor(views * 0.2 * random.nextDouble()));
        builder.marketPlays(pick(MARKETS), id, plays / 2.0);
    }

    private int items() {
        return artistCount * 5;
    }

    private List<String> genres() {
        List<String> genres = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String genre = pick(GENRES);
            if (!genres.contains(genre)) {
                genres.add(genre);
            }
        }
        return genres;
    }

    private List<String> artists(int count) {
        List<String> artists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String artist = "artist-" + random.nextInt(artistCount);
            if (!artists.contains(artist)) {
                artists.add(artist);
            }
        }
        return artists;
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
