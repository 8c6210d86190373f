package io.shelfwright.engine.experience;

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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Seeded random page records and interactions. */
final class Pages {
    static final Instant NOON = Instant.parse("2024-05-01T12:00:00.123456789Z");

    private static final List<InteractionType> TYPES = Arrays.stream(InteractionType.values())
            .filter(type -> type != InteractionType.UNDO)
            .toList();
    private static final String[] WORDS = {"", "Blå", "夜の音楽", "\uD83C\uDFB5 mix", "a \"quoted\" title", "مرحبا", "x"};

    private Pages() {}

    static PageRecord record(long seed) {
        Random random = new Random(seed);
        List<Shelf> shelves = new ArrayList<>();
        List<SlotRecord> slots = new ArrayList<>();
        for (int row = 0; row < random.nextInt(4); row++) {
            List<Card> cards = new ArrayList<>();
            for (int column = 0; column <= random.nextInt(5); column++) {
                String item = "item" + random.nextInt(1000) + word(random);
                cards.add(new Card(
                        "request" + seed,
                        "shelf" + row,
                        item,
                        ItemKind.ALBUM,
                        word(random),
                        column,
                        "generator",
                        random.nextDouble(),
                        random.nextGaussian(),
                        1 / (1.0 + random.nextInt(9)),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        List.of(new Reason("because", word(random)))));
                slots.add(new SlotRecord(
                        row,
                        column,
                        "shelf" + row,
                        "kind",
                        item,
                        "generator",
                        floats(random, random.nextInt(60)),
                        floats(random, 3),
                        random.nextDouble(),
                        Double.NaN,
                        random.nextDouble(),
                        1,
                        random.nextBoolean() ? 1 : Double.NaN,
                        true,
                        random.nextInt(9),
                        false));
            }
            shelves.add(new Shelf("shelf" + row, word(random), new Reason("for-you", word(random)), row, cards));
        }
        Map<String, Duration> timing = new LinkedHashMap<>();
        timing.put("recall", Duration.ofNanos(random.nextInt()));
        timing.put("ranking", Duration.ofNanos(random.nextInt(100_000_000)));
        HomePage page = new HomePage(
                "request" + seed,
                "user" + word(random),
                NOON,
                random.nextLong(),
                "snapshot-1",
                "c0ffee",
                random.nextInt(100),
                "gbdt",
                random.nextBoolean()
                        ? List.of()
                        : List.of(new Degradation("recall", "podcasts", "late", "podcasts took too long")),
                shelves,
                word(random),
                timing);
        return new PageRecord(
                page,
                "SE",
                "phone",
                random.nextBoolean() ? "premium" : "",
                "Europe/Stockholm",
                "",
                "fp",
                Instant.MAX,
                List.of("slow"),
                12345678901L,
                random.nextBoolean() ? "draw" : "",
                random.nextBoolean() ? -1.5 : Double.NaN,
                new Funnel(900, 700, 500, slots.size()),
                slots);
    }

    static Interaction interaction(long number) {
        return Interaction.of("user" + number % 17, TYPES.get((int) (number % TYPES.size())), "item" + number)
                .withId("id" + number)
                .withAmount(number % 3 + 0.25)
                .from("request" + number, "shelf")
                .explored(number % 2 == 0)
                .at(NOON.plusSeconds(number));
    }

    private static String word(Random random) {
        return WORDS[random.nextInt(WORDS.length)];
    }

    /** Returns any bits, among them NaN with a payload. */
    private static float[] floats(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(4) == 0
                    ? Float.intBitsToFloat(0x7fc00000 | random.nextInt(1 << 20))
                    : Float.intBitsToFloat(random.nextInt());
        }
        return values;
    }
}
