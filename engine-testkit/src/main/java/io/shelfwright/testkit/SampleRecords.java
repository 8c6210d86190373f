package io.shelfwright.testkit;

import io.shelfwright.api.Card;
import io.shelfwright.api.Degradation;
import io.shelfwright.api.Funnel;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.Reason;
import io.shelfwright.api.Shelf;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.api.TargetType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Pages and interactions as the engine hands them to a sink. */
final class SampleRecords {
    private static final String STRANGE = "\uD83C\uDFB5 \u4F60\u597D\ttab\nline";

    private SampleRecords() {}

    /** Returns a page of some cards, the first of which has features and names that are strange. */
    static PageRecord page(String requestId, int cards) {
        SplittableRandom random = new SplittableRandom(cards);
        List<Card> shown = new ArrayList<>();
        List<SlotRecord> slots = new ArrayList<>();
        for (int column = 0; column < cards; column++) {
            String itemId = column == 0 ? STRANGE : "item-" + column;
            float[] features = {random.nextFloat(), column == 0 ? Float.NaN : 1f, -1e30f};
            shown.add(card(requestId, itemId, column));
            slots.add(new SlotRecord(
                    0,
                    column,
                    "mix",
                    "mix",
                    itemId,
                    "test",
                    features,
                    new float[] {0.5f},
                    0.6,
                    0.6,
                    0.9,
                    1,
                    true,
                    1,
                    false));
        }
        List<Shelf> shelves =
                cards == 0 ? List.of() : List.of(new Shelf("mix", "Mix", new Reason("mix", STRANGE), 0, shown));
        HomePage page = new HomePage(
                requestId,
                STRANGE,
                TestRequests.AT,
                7,
                "snapshot-1",
                "config-1",
                3,
                "prior",
                List.of(new Degradation("recall", "test", "late", STRANGE)),
                shelves,
                "",
                Map.of("recall", Duration.ofMillis(3)));
        return new PageRecord(
                page,
                "SE",
                "desktop",
                "UTC",
                "",
                "0123456789abcdef",
                TestRequests.AT,
                List.of("recall/test"),
                12,
                new Funnel(9, 8, 7, cards),
                slots);
    }

    private static Card card(String requestId, String itemId, int column) {
        List<Reason> reasons = List.of(new Reason("popular", "Popular now"));
        return new Card(
                requestId, "mix", itemId, ItemKind.ALBUM, "Album", column, "test", 0.6, 0.6, 1, true, false, reasons);
    }

    static Interaction play(String userId, String id) {
        return Interaction.of(userId, InteractionType.PLAY, "item-1").withId(id).at(TestRequests.AT);
    }

    /** Returns interactions of all types with distinct ids, in ascending order of time. */
    static List<Interaction> interactions(String userId, int count) {
        List<Interaction> interactions = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(count);
        InteractionType[] types = InteractionType.values();
        for (int i = 0; i < count; i++) {
            InteractionType type = types[i % types.length];
            String undoes = type == InteractionType.UNDO ? "i-" + random.nextInt(i) : "";
            interactions.add(new Interaction(
                    "i-" + i,
                    userId,
                    type,
                    TargetType.ITEM,
                    "item-" + random.nextInt(20),
                    TestRequests.daysAgo(100 - i / 10.0).plusNanos(random.nextInt(1_000_000)),
                    random.nextDouble() * 3,
                    "r-" + i,
                    "mix",
                    undoes,
                    i % 3 == 0));
        }
        return interactions;
    }
}
