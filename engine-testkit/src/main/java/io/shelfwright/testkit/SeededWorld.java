package io.shelfwright.testkit;

import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.UserState;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A synthetic world drawn from a seed: a catalog of the four kinds, users with histories, and batches of candidates.
 *
 * <p>The same seed and sizes give the same world. Some items lack a date, a language, genres or artists, some titles are
 * not Latin, and some users have done nothing, as in real data. Every second world has vectors. Immutable.
 */
public final class SeededWorld {
    private final long seed;
    private final TestCatalog catalog;
    private final List<UserState> users;

    private SeededWorld(long seed, TestCatalog catalog, List<UserState> users) {
        this.seed = seed;
        this.catalog = catalog;
        this.users = List.copyOf(users);
    }

    /** Returns a world of 200 items and 10 users. */
    public static SeededWorld of(long seed) {
        return of(seed, 200, 10);
    }

    /** Returns a world of this many items and users; the first user has done nothing. */
    public static SeededWorld of(long seed, int items, int users) {
        SplittableRandom random = new SplittableRandom(seed);
        TestCatalog catalog = SeededCatalog.draw(random.split(), items);
        List<UserState> states = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            int events = user == 0 ? 0 : 5 + random.nextInt(100);
            states.add(SeededHistory.draw(random.split(), catalog, "user-" + user, events));
        }
        return new SeededWorld(seed, catalog, states);
    }

    public TestCatalog catalog() {
        return catalog;
    }

    public List<UserState> users() {
        return users;
    }

    public UserState user(int index) {
        return users.get(index);
    }

    /** Returns one shelf for each of the four kinds, and one for all. */
    public static List<ShelfSpec> shelves() {
        return List.of(
                TestShelves.shelf("albums", "albums", ItemKind.ALBUM),
                TestShelves.shelf("playlists", "playlists", ItemKind.PLAYLIST),
                TestShelves.shelf("artists", "artists", ItemKind.ARTIST),
                TestShelves.shelf("shows", "shows", ItemKind.PODCAST_SHOW),
                TestShelves.shelf("mix", "mix"));
    }

    /** Returns candidates for the shelves of {@link #shelves()}, drawn from the whole catalog; fewer if it is too small. */
    public CandidateBatch batch(int user, int size) {
        SplittableRandom random = new SplittableRandom(seed * 31 + user);
        TestCandidates candidates = TestCandidates.of(catalog, users.get(user));
        List<ShelfSpec> shelves = shelves();
        for (int i = 0, tries = 0; i < size && tries < 50 * size && catalog.size() > 0; tries++) {
            int item = random.nextInt(catalog.size());
            ShelfSpec shelf = shelves.get(random.nextInt(shelves.size()));
            String itemId = catalog.item(item).id();
            if (shelf.accepts(catalog.item(item).kind()) && candidates.addNew(itemId, shelf, random.nextDouble())) {
                i++;
            }
        }
        return candidates.build();
    }
}
