package io.shelfwright.sample.web;

import io.shelfwright.api.Card;
import io.shelfwright.api.Degradation;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.Reason;
import io.shelfwright.api.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Invented pages, rich enough to look at. */
final class FakePages {
    static final Instant NOW = Instant.parse("2024-05-01T12:00:00Z");
    static final String SECOND_PAGE = "the-second-page";

    private static final ItemKind[] MIXED = {ItemKind.ALBUM, ItemKind.PLAYLIST, ItemKind.ARTIST};
    private static final String[] TITLES = {
        "Northern Windows",
        "Paper Lanterns",
        "The Slow Ferry",
        "Glasswing",
        "Ida Morn",
        "Late Tram Home",
        "Salt & Cedar",
        "Kettle Songs",
        "夜の電車",
        "Low Tide Radio",
        "A Very Long Title That Will Not Fit Under Any Cover, However Wide",
        "Mira Sand",
        "Harbour Lights",
        "أغاني الصباح",
        "Moss",
        "Quiet Machines",
        "Blue Hour Sessions",
        "Tallow & Thread",
        "Winter Orchard",
        "सुबह की धुन",
        "Copper Strings",
        "Field Notes",
        "Oskar Lind",
        "Rooftop Jazz",
        "Velvet Static",
        "Birch",
        "Ночной поезд",
        "Five Small Rooms",
        "Signal Fires",
        "Anna Vale",
        "Understory",
        "Lake Effect"
    };

    private FakePages() {}

    static HomePage page(HomeRequest request, Set<String> hidden, long stateVersion, String title, boolean degraded) {
        boolean second = request.cursor().equals(SECOND_PAGE);
        long seed = request.seed().orElse(77);
        String requestId =
                "req-" + Math.floorMod(request.userId().hashCode() * 31L + seed + (second ? 1 : 0), 100_000L);
        List<Shelf> shelves = new ArrayList<>();
        if (second) {
            add(shelves, hidden, requestId, "rediscover", "Rediscover", "Loved once, not played for long", 40, MIXED);
            add(shelves, hidden, requestId, "quiet", "Quiet evenings", "Chosen by editors", 52, ItemKind.PLAYLIST);
        } else {
            add(
                    shelves,
                    hidden,
                    requestId,
                    "shortcuts",
                    "Jump back in",
                    "What you play around this time of day",
                    0,
                    MIXED);
            add(
                    shelves,
                    hidden,
                    requestId,
                    "for-you",
                    "Made for you",
                    "Close to Northern Windows and Glasswing",
                    7,
                    ItemKind.PLAYLIST);
            add(
                    shelves,
                    hidden,
                    requestId,
                    "because",
                    "Because you listened to " + title,
                    "Played by the same listeners",
                    13,
                    ItemKind.ALBUM);
            add(
                    shelves,
                    hidden,
                    requestId,
                    "podcasts",
                    "Shows to try",
                    "From genres you follow",
                    20,
                    ItemKind.PODCAST_SHOW);
            add(shelves, hidden, requestId, "artists", "Artists near you", "Popular in Sweden", 27, ItemKind.ARTIST);
        }
        Map<String, Duration> timing = new LinkedHashMap<>();
        String[] stages = {"intake", "recall", "eligibility", "features", "ranking", "packing", "experience"};
        for (int i = 0; i < stages.length; i++) {
            timing.put(stages[i], Duration.ofNanos(180_000L + i * 731_000L));
        }
        List<Degradation> degradations = degraded
                ? List.of(new Degradation(
                        "recall", "podcasts", "late", "no answer within 80 ms; the page went on without it"))
                : List.of();
        return new HomePage(
                requestId,
                request.userId(),
                NOW,
                seed,
                "v000007",
                "c0ffee12",
                stateVersion,
                "gbdt",
                degradations,
                shelves,
                second ? "" : SECOND_PAGE,
                timing);
    }

    private static void add(
            List<Shelf> shelves,
            Set<String> hidden,
            String requestId,
            String id,
            String title,
            String reason,
            int first,
            ItemKind... kinds) {
        List<Card> cards = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String name = id.equals("because") && i == 0
                    ? title.substring("Because you listened to ".length())
                    : TITLES[(first + i) % TITLES.length];
            ItemKind kind = kinds[i % kinds.length];
            String item = kind + ":" + id + "/" + i;
            if (!hidden.contains(item)) {
                cards.add(new Card(
                        requestId,
                        id,
                        item,
                        kind,
                        name,
                        cards.size(),
                        "heuristics",
                        0.21 - i * 0.01,
                        0.3 - i * 0.02,
                        i == 3 ? 0.18 : 1,
                        true,
                        i == 3,
                        List.of(new Reason("near", "Near what you play"))));
            }
        }
        if (!hidden.contains(id)) {
            shelves.add(new Shelf(id, title, new Reason("why", reason), shelves.size(), cards));
        }
    }
}
