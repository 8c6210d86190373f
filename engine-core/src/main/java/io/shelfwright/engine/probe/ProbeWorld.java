package io.shelfwright.engine.probe;

import io.shelfwright.api.Explicitness;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.TargetType;
import io.shelfwright.api.UserProfile;
import io.shelfwright.engine.snapshots.CatalogData;
import io.shelfwright.engine.snapshots.ItemCatalog;
import io.shelfwright.engine.userstate.InMemoryUserStateStore;
import io.shelfwright.engine.userstate.UserStates;
import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.Neighbours;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.ShelfSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A synthetic catalog and synthetic listeners, always the same: one who did everything, one who did little, one unknown.
 *
 * <p>Whoever changes anything here raises {@link #VERSION}, since values of two worlds say nothing of each other.
 */
final class ProbeWorld {
    /** To be raised with any change of the world. */
    static final int VERSION = 1;

    static final Instant NOW = Instant.parse("2024-05-15T17:30:00Z");

    private static final int ITEMS = 24;
    private static final int INTERACTIONS = 90;
    private static final int HALVES_OF_A_YEAR = 8;
    private static final List<ItemKind> KINDS =
            List.of(ItemKind.ARTIST, ItemKind.ALBUM, ItemKind.PLAYLIST, ItemKind.PODCAST_SHOW);
    private static final List<String> GENRES = List.of("rock", "jazz", "pop", "folk", "news");
    private static final List<String> LANGUAGES = List.of("en", "sv", "");
    private static final List<String> MARKETS = List.of("SE", "BR");
    private static final List<InteractionType> TYPES = List.of(
            InteractionType.PLAY,
            InteractionType.IMPRESSION,
            InteractionType.COMPLETE,
            InteractionType.PLAY,
            InteractionType.SKIP,
            InteractionType.SAVE,
            InteractionType.IMPRESSION,
            InteractionType.LIKE,
            InteractionType.PLAY,
            InteractionType.FOLLOW,
            InteractionType.DISLIKE);
    private static final List<ShelfSpec> SHELVES = List.of(
            new ShelfSpec("probe-familiar", "Familiar", "familiar", Set.of(), List.of("probe-0"), 1, 8, -1),
            new ShelfSpec("probe-discover", "Discover", "discover", Set.of(), List.of("probe-1"), 2, 12, 1),
            new ShelfSpec(
                    "probe-podcasts",
                    "Podcasts",
                    "podcasts",
                    Set.of(ItemKind.PODCAST_SHOW),
                    List.of("probe-2"),
                    1,
                    4,
                    -1));

    private final ItemCatalog catalog;
    private final List<ProbeBatch> batches = new ArrayList<>();

    ProbeWorld() {
        ProbeDraws draws = new ProbeDraws(20240515);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            items.add(item(i, draws));
        }
        catalog = new ItemCatalog(
                "probe",
                new CatalogData(items, Map.of(), usage(draws), neighbours()),
                List.of(
                        new ProbeVectors(ItemVectors.COLLABORATIVE, ITEMS, 1),
                        new ProbeVectors(ItemVectors.SESSIONS, ITEMS, 2)));
        InMemoryUserStateStore store = new InMemoryUserStateStore();
        store.putProfile(new UserProfile("busy", "SE", "sv", 34, true, "premium", NOW.minus(Duration.ofDays(700))));
        store.putProfile(new UserProfile("fresh", "BR", "en", -1, false, "free", NOW.minus(Duration.ofDays(9))));
        for (int n = 0; n < INTERACTIONS; n++) {
            store.append(interaction("busy", n, draws));
        }
        dislike(store, TargetType.GENRE, GENRES.get(1), 3);
        dislike(store, TargetType.KIND, ItemKind.PLAYLIST.name(), 5);
        dislike(store, TargetType.SHELF, SHELVES.get(1).id(), 8);
        store.append(Interaction.of("fresh", InteractionType.PLAY, id(3))
                .withId("fresh")
                .at(NOW.minus(Duration.ofMinutes(50))));
        UserStates states = new UserStates(store, InstantSource.fixed(NOW), UserStates.DEFAULT_CACHED_INTERACTIONS);
        batches.add(batch(states, "busy", NOW, "SE", "phone"));
        batches.add(batch(states, "fresh", NOW.plus(Duration.ofHours(9)), "SE", "desktop"));
        batches.add(batch(states, "nobody", NOW.plus(Duration.ofDays(3)), "", "tv"));
    }

    ItemCatalog catalog() {
        return catalog;
    }

    List<ProbeBatch> batches() {
        return batches;
    }

    private ProbeBatch batch(UserStates states, String user, Instant at, String market, String device) {
        RequestContext context = new RequestContext("probe-" + user, user, at, ZoneOffset.UTC, market, device, 1);
        return new ProbeBatch(context, states.current(user, catalog), catalog, SHELVES);
    }

    private static String id(int item) {
        return "probe-" + (item < 10 ? "0" : "") + item;
    }

    /** The first of each four is an artist, by whom the others are. */
    private static Item item(int i, ProbeDraws draws) {
        ItemKind kind = KINDS.get(i % KINDS.size());
        String artist = id(i - i % KINDS.size());
        return Item.builder(id(i), kind, "Probe " + i)
                .artists(kind.equals(ItemKind.PLAYLIST) ? List.of(artist, id(0)) : List.of(artist))
                .genres(Stream.of(i, i * i + 1, i / 4)
                        .map(draw -> GENRES.get(draw % GENRES.size()))
                        .distinct()
                        .toList())
                .explicitness(i % 9 == 4 ? Explicitness.EXPLICIT : Explicitness.CLEAN)
                .language(LANGUAGES.get(i % LANGUAGES.size()))
                .publisher(i % 3 == 0 ? "" : "publisher-" + i % 5)
                .releasedAt(i % 7 == 0 ? null : NOW.minus(Duration.ofDays(1L + (long) i * i * HALVES_OF_A_YEAR)))
                .basePopularity(i % 6 == 5 ? Double.NaN : draws.next())
                .build();
    }

    private static CatalogData.Usage usage(ProbeDraws draws) {
        float[] plays = new float[ITEMS];
        int[] listeners = new int[ITEMS];
        float[] recent = new float[ITEMS];
        float[] views = new float[ITEMS];
        float[] engagements = new float[ITEMS];
        Map<String, float[]> markets = new TreeMap<>();
        MARKETS.forEach(market -> markets.put(market, new float[ITEMS]));
        for (int i = 0; i < ITEMS; i++) {
            listeners[i] = draws.below(400);
            plays[i] = listeners[i] * (1 + draws.below(9));
            recent[i] = (float) (plays[i] * draws.next());
            views[i] = draws.below(2000);
            engagements[i] = (float) (views[i] * draws.next() / 4);
            for (float[] counts : markets.values()) {
                counts[i] = (float) (plays[i] * draws.next());
            }
        }
        return new CatalogData.Usage(plays, listeners, recent, views, engagements, markets);
    }

    private static List<Neighbours> neighbours() {
        List<Neighbours> neighbours = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            neighbours.add(
                    i % 5 == 4
                            ? Neighbours.NONE
                            : new Neighbours(
                                    new int[] {(i + 1) % ITEMS, (i + 5) % ITEMS, (i + 11) % ITEMS},
                                    new float[] {0.8f, 0.5f, 0.125f}));
        }
        return neighbours;
    }

    private static void dislike(InMemoryUserStateStore store, TargetType type, String target, int days) {
        store.append(new Interaction(
                "probe-" + target,
                "busy",
                InteractionType.DISLIKE,
                type,
                target,
                NOW.minus(Duration.ofDays(days)),
                1,
                "",
                "",
                "",
                false));
    }

    /** From three months ago until a minute ago, more and more often. */
    private static Interaction interaction(String user, int n, ProbeDraws draws) {
        double ago =
                Math.max(1, 130_000.0 * (INTERACTIONS - 1 - n) * (INTERACTIONS - 1 - n) / INTERACTIONS / INTERACTIONS);
        Instant at = NOW.minus(Duration.ofMinutes((long) ago));
        InteractionType type = TYPES.get(n % TYPES.size());
        boolean view = type == InteractionType.IMPRESSION;
        boolean aboutArtist = type == InteractionType.FOLLOW || type == InteractionType.DISLIKE;
        int item = draws.below(ITEMS);
        return new Interaction(
                "probe-" + n,
                user,
                type,
                aboutArtist ? TargetType.ARTIST : TargetType.ITEM,
                id(aboutArtist ? item - item % KINDS.size() : item),
                at,
                type == InteractionType.PLAY ? 1 + draws.below(4) : 1,
                view ? "probe-page" : "",
                view ? SHELVES.get(n % SHELVES.size()).id() : "",
                "",
                view && n % 4 == 1);
    }
}
