package io.shelfwright.sample.data.synthetic;

import io.shelfwright.api.Explicitness;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemBuilder;
import io.shelfwright.api.ItemKind;
import io.shelfwright.sample.data.Draws;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Invents the artists, albums, playlists and podcast shows. */
final class SyntheticCatalog {
    static final int ARTISTS = 60;
    static final int PLAYLISTS = 80;
    static final int SHOWS = 80;

    private static final int PUBLISHERS = 10;
    private static final double EXPLICIT = 0.12;
    private static final double SOME_MARKETS_ONLY = 0.15;
    private static final double RECENT = 0.2;
    private static final String[] MOODS = {
        "Morning", "Late Night", "Focus", "Road", "Kitchen", "Rainy Day", "Gym", "Fresh"
    };

    final List<Item> artists = new ArrayList<>();
    final List<Item> albums = new ArrayList<>();
    final List<Item> playlists = new ArrayList<>();
    final List<Item> shows = new ArrayList<>();

    private final Draws draws;
    private final InventedNames names;

    SyntheticCatalog(long seed) {
        draws = new Draws(seed, 2);
        names = new InventedNames(seed);
        for (int i = 0; i < ARTISTS; i++) {
            Item artist = artist(i);
            artists.add(artist);
            int count = 2 + draws.below(7);
            for (int k = 0; k < count; k++) {
                albums.add(album(artist, i, k));
            }
        }
        for (int i = 0; i < PLAYLISTS; i++) {
            playlists.add(playlist(i));
        }
        List<String> publishers = new ArrayList<>();
        for (int i = 0; i < PUBLISHERS; i++) {
            publishers.add(names.publisher());
        }
        for (int i = 0; i < SHOWS; i++) {
            shows.add(show(i, publishers));
        }
    }

    List<Item> all() {
        List<Item> all = new ArrayList<>(artists);
        all.addAll(albums);
        all.addAll(playlists);
        all.addAll(shows);
        return all;
    }

    private Item artist(int i) {
        String id = id("artist", i);
        String first = Genres.MUSIC.get(i % Genres.MUSIC.size());
        String second = Genres.MUSIC.get(draws.below(Genres.MUSIC.size()));
        // Popularity falls with the square root of the rank, in an order that has nothing to do with genre.
        double popularity = 0.95 / Math.sqrt(1 + (i * 37L) % ARTISTS * 0.5);
        return Item.builder(id, ItemKind.ARTIST, names.artist(i))
                .artists(id)
                .genres(List.copyOf(new LinkedHashSet<>(List.of(first, second))))
                .basePopularity(rounded(popularity))
                .description("Synthetic artist.")
                .build();
    }

    private Item album(Item artist, int i, int k) {
        double popularity = artist.basePopularity() * draws.between(0.4, 1);
        return restricted(Item.builder(id("album", i * 10 + k), ItemKind.ALBUM, names.title()))
                .artists(artist.id())
                .genres(artist.genres())
                .releasedAt(released())
                .publisher(InventedNames.capital(artist.genres().get(0)) + " Records")
                .basePopularity(rounded(popularity))
                .description("Synthetic album by " + artist.title() + ".")
                .build();
    }

    private Item playlist(int i) {
        String genre = Genres.MUSIC.get(i % Genres.MUSIC.size());
        Set<String> members = new LinkedHashSet<>();
        LinkedHashSet<String> genres = new LinkedHashSet<>(List.of(genre));
        int wanted = 5 + draws.below(8);
        for (int tries = 0; members.size() < wanted && tries < 500; tries++) {
            Item artist = artists.get(draws.below(artists.size()));
            // Mostly artists of the genre, now and then a neighbour.
            if (artist.genres().contains(genre) || draws.next() < 0.03) {
                members.add(artist.id());
                genres.addAll(artist.genres());
            }
        }
        String title = MOODS[(i / Genres.MUSIC.size()) % MOODS.length] + " " + InventedNames.capital(genre);
        return restricted(Item.builder(id("playlist", i), ItemKind.PLAYLIST, title))
                .artists(List.copyOf(members))
                .genres(genres.stream().limit(3).toList())
                .basePopularity(rounded(draws.between(0.05, 0.8)))
                .description("Synthetic playlist.")
                .build();
    }

    private Item show(int i, List<String> publishers) {
        String genre = Genres.PODCASTS.get(i % Genres.PODCASTS.size());
        String language = Genres.LANGUAGES.get(draws.pick(2, 5, 2, 2, 2));
        boolean adult = genre.equals("true crime") && draws.next() < 0.3;
        ItemBuilder show = restricted(Item.builder(id("show", i), ItemKind.PODCAST_SHOW, names.show(genre)));
        if (adult) {
            show.minimumAge(18).explicitness(Explicitness.EXPLICIT);
        } else if (draws.next() < 0.1) {
            show.explicitness(Explicitness.UNKNOWN);
        }
        return show.genres(genre)
                .language(language)
                .publisher(publishers.get(draws.below(publishers.size())))
                .releasedAt(before(draws.between(0, 60)))
                .basePopularity(rounded(draws.between(0.02, 0.9)))
                .description("Synthetic podcast about " + genre + ".")
                .build();
    }

    private ItemBuilder restricted(ItemBuilder item) {
        if (draws.next() < EXPLICIT) {
            item.explicitness(Explicitness.EXPLICIT);
        }
        if (draws.next() < SOME_MARKETS_ONLY) {
            TreeSet<String> markets = new TreeSet<>();
            while (markets.size() < 2) {
                markets.add(Genres.MARKETS.get(draws.below(Genres.MARKETS.size())));
            }
            item.markets(markets);
        }
        return item;
    }

    private Instant released() {
        return before(draws.next() < RECENT ? draws.between(0, 60) : draws.between(60, 3650));
    }

    private static Instant before(double days) {
        return SyntheticWorld.REFERENCE_TIME.minus(Duration.ofHours((long) (days * 24)));
    }

    private static String id(String kind, int number) {
        return String.format(Locale.ROOT, "%s:synthetic:%03d", kind, number);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
