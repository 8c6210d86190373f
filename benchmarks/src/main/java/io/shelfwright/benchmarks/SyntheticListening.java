package io.shelfwright.benchmarks;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.CatalogSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A seeded synthetic catalog with the listening of its users: 40 % albums, 25 % playlists, 20 % podcast shows, 15 % artists.
 *
 * <p>Each user has six genres and plays mostly items of them; a genre's items are played with a long tail.
 */
final class SyntheticListening implements CatalogSource {
    static final Instant NOW = Instant.parse("2024-05-01T12:00:00Z");

    private static final int GENRES = 60;
    private static final int OWN_GENRES = 6;
    private static final List<String> MARKETS = List.of("SE", "DE", "US", "BR");
    private static final List<String> LANGUAGES = List.of("en", "sv", "de", "pt");

    private final List<Item> items = new ArrayList<>();
    private final Map<String, String> artists = new TreeMap<>();
    private final List<UserProfile> profiles = new ArrayList<>();
    private final List<Interaction> interactions = new ArrayList<>();

    /**
     * Makes a catalog.
     *
     * @param playsPerUser plays of each user; to them come skips, saves and viewed impressions
     */
    SyntheticListening(int itemCount, int users, int playsPerUser, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int artistCount = Math.max(10, itemCount / 6);
        for (int artist = 0; artist < artistCount; artist++) {
            artists.put("artist:" + artist, "Synthetic artist " + artist);
        }
        List<List<Item>> byGenre = new ArrayList<>();
        for (int genre = 0; genre < GENRES; genre++) {
            byGenre.add(new ArrayList<>());
        }
        for (int i = 0; i < itemCount; i++) {
            Item item = item(i, artistCount, random);
            items.add(item);
            item.genres().forEach(genre -> byGenre.get(Integer.parseInt(genre.substring(6)))
                    .add(item));
        }
        for (int user = 0; user < users; user++) {
            addUser(user, playsPerUser, byGenre, random);
        }
    }

    private static Item item(int number, int artistCount, SplittableRandom random) {
        int part = random.nextInt(100);
        ItemKind kind = part < 40
                ? ItemKind.ALBUM
                : part < 65 ? ItemKind.PLAYLIST : part < 85 ? ItemKind.PODCAST_SHOW : ItemKind.ARTIST;
        boolean show = kind.equals(ItemKind.PODCAST_SHOW);
        int artist = (int) (artistCount * random.nextDouble() * random.nextDouble());
        List<String> by = new ArrayList<>();
        for (int k = 0; !show && k < (kind.equals(ItemKind.PLAYLIST) ? 20 : 1); k++) {
            by.add("artist:" + (artist + k * 7) % artistCount);
        }
        int genre = show ? random.nextInt(GENRES) : artist % GENRES;
        return Item.builder(kind.name() + ":" + number, kind, "Synthetic " + kind.name() + " " + number)
                .artists(by)
                .genres(genre(genre), genre((genre + 1 + random.nextInt(5)) % GENRES))
                .language(LANGUAGES.get(random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(3)))
                .publisher(show ? "publisher:" + random.nextInt(200) : "")
                .releasedAt(NOW.minus(Duration.ofHours(1 + (long) (24 * 3000 * Math.pow(random.nextDouble(), 3)))))
                .basePopularity(random.nextDouble())
                .build();
    }

    private static String genre(int number) {
        return "genre-" + number;
    }

    private void addUser(int user, int plays, List<List<Item>> byGenre, SplittableRandom random) {
        String id = "user:" + user;
        int market = random.nextInt(MARKETS.size());
        profiles.add(new UserProfile(
                id, MARKETS.get(market), LANGUAGES.get(market), 18 + random.nextInt(50), true, "premium", null));
        int[] own = random.ints(OWN_GENRES, 0, GENRES).toArray();
        Instant at = NOW.minus(Duration.ofDays(200));
        Duration gap = Duration.ofDays(199).dividedBy(Math.max(1, plays));
        for (int play = 0; play < plays; play++) {
            at = at.plus(gap);
            List<Item> from =
                    byGenre.get(random.nextInt(10) < 8 ? own[random.nextInt(OWN_GENRES)] : random.nextInt(GENRES));
            if (from.isEmpty()) {
                continue;
            }
            Item item = from.get((int) (from.size() * Math.pow(random.nextDouble(), 3)));
            add(id, random.nextInt(10) == 0 ? InteractionType.SKIP : InteractionType.PLAY, item, at);
            if (random.nextInt(20) == 0) {
                add(id, InteractionType.SAVE, item, at.plusSeconds(60));
            }
            if (random.nextInt(3) == 0) {
                Item seen = from.get(random.nextInt(from.size()));
                add(id, InteractionType.IMPRESSION, seen, at.plusSeconds(90));
            }
        }
        add(id, InteractionType.HIDE, items.get(random.nextInt(items.size())), NOW.minusSeconds(7200));
    }

    private void add(String user, InteractionType type, Item item, Instant at) {
        interactions.add(Interaction.of(user, type, item.id())
                .withId("synthetic:" + interactions.size())
                .at(at));
    }

    List<UserProfile> profiles() {
        return profiles;
    }

    List<Interaction> interactions() {
        return interactions;
    }

    @Override
    public void items(Consumer<Item> consumer) {
        items.forEach(consumer);
    }

    @Override
    public Map<String, String> artistNames() {
        return artists;
    }

    @Override
    public void interactions(Consumer<Interaction> consumer) {
        interactions.forEach(consumer);
    }

    @Override
    public void profiles(Consumer<UserProfile> consumer) {
        profiles.forEach(consumer);
    }
}
