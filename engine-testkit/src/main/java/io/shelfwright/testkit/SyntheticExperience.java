package io.shelfwright.testkit;

import io.shelfwright.api.Funnel;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.spi.ExperienceSink;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A synthetic experience log: pages of a logistic world and what its users did, with what a real log has too: impressions of
 * some pages only, late and repeated interactions, some that were undone, and some that name no page.
 *
 * <p>The same seed gives the same log. Features may be any bits, NaN with a payload among them.
 *
 * @param seed of every draw
 * @param users number of users
 * @param pagesPerUser pages of each
 * @param cards cards of each page
 * @param features number of features, at least 2
 */
public record SyntheticExperience(long seed, int users, int pagesPerUser, int cards, int features) {
    /** Time of the first pages. */
    public static final Instant START = Instant.parse("2024-05-01T12:00:00Z");

    private static final List<String> MARKETS = List.of("SE", "DE", "FR");
    private static final List<String> TIERS = List.of("free", "premium", "");

    /** Returns the transform that the pages say they went through. */
    public FeatureSchema schema() {
        List<FeatureDeclaration> declared = new ArrayList<>();
        for (int feature = 0; feature < features; feature++) {
            declared.add(FeatureDeclaration.of("synthetic.f" + feature, "Says something or not.", "share", -10, 10));
        }
        return new FeatureSchema(declared);
    }

    /** Writes the log: the pages of a user, then what the user did. */
    public void write(ExperienceSink sink) {
        String fingerprint = schema().fingerprint();
        for (int user = 0; user < users; user++) {
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + user);
            for (int page = 0; page < pagesPerUser; page++) {
                Instant at = START.plus(Duration.ofMinutes(37L * page + random.nextInt(20)));
                page(sink, fingerprint, "user-" + user, "request-" + page, at, random);
            }
        }
    }

    private void page(
            ExperienceSink sink, String fingerprint, String user, String request, Instant at, SplittableRandom random) {
        List<SlotRecord> slots = new ArrayList<>(cards);
        List<Interaction> done = new ArrayList<>();
        boolean impressions = random.nextInt(4) > 0;
        for (int position = 0; position < cards; position++) {
            float[] row = row(random);
            String item = "item-" + random.nextInt(20_000) + "-" + position;
            boolean explored = position == cards / 2;
            slots.add(new SlotRecord(
                    position / 5,
                    position % 5,
                    position < cards / 2 ? "shelf-a" : "shelf-b",
                    position < cards / 2 ? "albums" : "artists",
                    item,
                    "popular",
                    row,
                    new float[] {row[0]},
                    random.nextDouble(),
                    random.nextDouble(),
                    1 / (1 + 0.2 * position),
                    explored ? 0.2 : 1,
                    explored ? 0.2 : 1,
                    random.nextInt(200) > 0,
                    explored ? 5 : 1,
                    explored));
            if (random.nextDouble() < 1 / (1 + 0.1 * position)) {
                reactions(done, user, request, item, at, impressions, row, random);
            }
        }
        sink.page(record(fingerprint, user, request, at, slots, random));
        done.forEach(sink::interaction);
    }

    private float[] row(SplittableRandom random) {
        float[] row = new float[features];
        for (int feature = 0; feature < features; feature++) {
            int kind = random.nextInt(50);
            row[feature] = kind == 0
                    ? Float.NaN
                    : kind == 1 && feature > 1
                            ? Float.intBitsToFloat(0x7fc00000 | random.nextInt(1 << 20))
                            : kind == 2 ? -0.0f : (float) random.nextInt(-2000, 2000) / 1000;
        }
        return row;
    }

    private static void reactions(
            List<Interaction> done,
            String user,
            String request,
            String item,
            Instant at,
            boolean impressions,
            float[] row,
            SplittableRandom random) {
        String id = request + "-" + item;
        if (impressions) {
            done.add(did(id + "-seen", user, InteractionType.IMPRESSION, item, request, at.plusSeconds(5)));
        }
        double z = (Float.isNaN(row[0]) ? 0 : 1.5 * row[0]) - 1.5;
        if (random.nextDouble() < 1 / (1 + Math.exp(-z))) {
            // Some come days later, some twice, some with the wrong clock.
            long seconds = random.nextInt(50) == 0 ? 300_000 : random.nextInt(60) == 0 ? -60 : 40;
            Interaction play = did(id + "-play", user, InteractionType.PLAY, item, request, at.plusSeconds(seconds));
            done.add(play);
            if (random.nextInt(30) == 0) {
                done.add(play);
            }
            if (random.nextInt(6) == 0) {
                done.add(did(id + "-save", user, InteractionType.SAVE, item, request, at.plusSeconds(60)));
            }
        } else if (random.nextInt(12) == 0) {
            done.add(did(id + "-hide", user, InteractionType.HIDE, item, request, at.plusSeconds(20)));
            if (random.nextInt(3) == 0) {
                done.add(new Interaction(
                        id + "-undo",
                        user,
                        InteractionType.UNDO,
                        io.shelfwright.api.TargetType.ITEM,
                        item,
                        at.plusSeconds(30),
                        1,
                        "",
                        "",
                        id + "-hide",
                        false));
            }
        } else if (random.nextInt(80) == 0) {
            done.add(did(id + "-lost", user, InteractionType.PLAY, item, "no-such-request", at.plusSeconds(20)));
        }
    }

    private static Interaction did(
            String id, String user, InteractionType type, String item, String request, Instant at) {
        return Interaction.of(user, type, item)
                .withId(id)
                .from(request, "shelf")
                .at(at);
    }

    private static PageRecord record(
            String fingerprint,
            String user,
            String request,
            Instant at,
            List<SlotRecord> slots,
            SplittableRandom random) {
        HomePage page = new HomePage(
                request,
                user,
                at,
                random.nextLong(),
                "000001",
                "config",
                1,
                "prior",
                List.of(),
                List.of(),
                "",
                Map.of());
        return new PageRecord(
                page,
                MARKETS.get(random.nextInt(MARKETS.size())),
                random.nextBoolean() ? "phone" : "desktop",
                TIERS.get(random.nextInt(TIERS.size())),
                "UTC",
                "",
                fingerprint,
                at,
                List.of(),
                0,
                "plackett-luce",
                Math.log(0.2),
                new Funnel(600, 500, 500, slots.size()),
                slots);
    }
}
