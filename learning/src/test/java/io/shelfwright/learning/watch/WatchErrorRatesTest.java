package io.shelfwright.learning.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.InteractionType;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.learning.TestPages;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/**
 * How often the watch errs on synthetic pages whose cards are alike (half of a card's score and of its age is its page's), with the
 * default limits and windows of a hundred pages; docs/learning.md quotes it.
 *
 * <p>{@code -Dshelfwright.watch.runs=50} measures more and prints the table.
 */
class WatchErrorRatesTest {
    private static final Integer WANTED = Integer.getInteger("shelfwright.watch.runs");
    private static final int RUNS = WANTED == null ? 3 : WANTED;
    private static final int PATIENCE = 20;
    private static final FeatureSchema SCHEMA =
            new FeatureSchema(List.of(FeatureDeclaration.of("item.age", "Of a test.", "days", 0, 1000)));
    private static final WatchSettings LIMITS = new WatchSettings(
            100,
            WatchSettings.DEFAULT.strikes(),
            WatchSettings.DEFAULT.prediction(),
            WatchSettings.DEFAULT.feature(),
            WatchSettings.DEFAULT.missing(),
            WatchSettings.DEFAULT.calibration());

    /** What is changed of live pages; as it is here nothing is. */
    private static final class Live {
        private double shift;
        private double missing = 0.1;
        private double power = 1;
        private double positives = 1;
        private double propensity = 1;
    }

    /** One watch and its pages. */
    private static final class World {
        private final Random random;
        private final List<WatchReport> reports = new ArrayList<>();
        private final LiveWatch watch;
        private int requests;

        World(long seed) {
            random = new Random(seed);
            int rows = 5_000;
            float[] ages = new float[rows];
            double[] scores = new double[rows];
            for (int row = 0; row < rows; row += 10) {
                double score = random.nextDouble();
                double age = random.nextGaussian();
                for (int card = row; card < row + 10; card++) {
                    ages[card] = random.nextDouble() < 0.1 ? Float.NaN : age(age, 0);
                    scores[card] = 0.5 * score + 0.5 * random.nextDouble();
                }
            }
            ReferenceStatistics reference = ReferenceStatistics.of(new FeatureMatrix(SCHEMA, rows, ages), scores);
            watch = new LiveWatch((snapshot, ranker) -> Optional.of(reference), LIMITS, reports::add);
        }

        private float age(double ofPage, double shift) {
            double normal = Math.sqrt(0.5) * (ofPage + random.nextGaussian());
            return (float) (Math.exp(3 + normal) * (1 + shift));
        }

        /** Serves a window, and returns whether an alarm is on. */
        boolean window(Live live) {
            for (int page = 0; page < 100; page++) {
                page(live);
            }
            return !reports.get(reports.size() - 1).alarms().isEmpty();
        }

        private void page(Live live) {
            String request = "r" + requests++;
            double score = random.nextDouble();
            double age = random.nextGaussian();
            List<SlotRecord> slots = new ArrayList<>();
            for (int card = 0; card < 10; card++) {
                double own = Math.pow(0.5 * score + 0.5 * random.nextDouble(), live.power);
                float days = random.nextDouble() < live.missing ? Float.NaN : age(age, live.shift);
                double drawn = live.propensity * (random.nextDouble() < 0.4 ? 0.4 : 0.6);
                slots.add(new SlotRecord(
                        0,
                        card,
                        "s",
                        "k",
                        "item" + card,
                        "g",
                        new float[] {days},
                        new float[] {0},
                        own,
                        1,
                        1,
                        drawn,
                        true,
                        2,
                        card < 2));
            }
            watch.page(TestPages.page("u", request, TestPages.AT, SCHEMA.fingerprint(), "main", "000002", slots));
            for (SlotRecord slot : slots) {
                boolean positive = random.nextDouble() < slot.score() * live.positives;
                InteractionType type = positive ? InteractionType.PLAY : InteractionType.IMPRESSION;
                watch.interaction(
                        TestPages.did(request + slot.itemId(), "u", type, slot.itemId(), request, TestPages.AT));
            }
        }
    }

    @Test
    void windowsAsInTrainingRaiseNoAlarm() {
        int bad = 0;
        int alarms = 0;
        for (int run = 0; run < RUNS; run++) {
            World world = new World(run);
            for (int window = 0; window < PATIENCE; window++) {
                alarms += world.window(new Live()) ? 1 : 0;
            }
            bad += (int) world.reports.stream()
                    .filter(report -> !report.bad().isEmpty())
                    .count();
        }
        print("of " + RUNS * PATIENCE + " clean windows " + bad + " were bad, " + alarms + " had an alarm on");
        assertThat(alarms).isZero();
        assertThat(bad).isLessThanOrEqualTo(Math.max(1, RUNS * PATIENCE / 50));
    }

    @Test
    void faultsAreSeenTheSoonerTheLargerTheyAre() {
        assertThat(delay("ages times 1.5", (live, size) -> live.shift = size, 0.5))
                .isGreaterThan(2);
        assertThat(delay("ages times 4", (live, size) -> live.shift = size, 3)).isEqualTo(2);
        delay("missing +0.06", (live, size) -> live.missing = size, 0.16);
        assertThat(delay("missing +0.1", (live, size) -> live.missing = size, 0.2))
                .isEqualTo(2);
        delay("scores to the power 1.5", (live, size) -> live.power = size, 1.5);
        assertThat(delay("scores to the power 4", (live, size) -> live.power = size, 4))
                .isEqualTo(2);
        delay("positives times 0.7", (live, size) -> live.positives = size, 0.7);
        // What users do to the last pages of a window counts in the next one.
        assertThat(delay("positives times 0.5", (live, size) -> live.positives = size, 0.5))
                .isBetween(2, 3);
        delay("propensities times 0.95", (live, size) -> live.propensity = size, 0.95);
        assertThat(delay("propensities times 0.8", (live, size) -> live.propensity = size, 0.8))
                .isEqualTo(2);
    }

    /** Returns the median number of windows until an alarm; one more than is waited for where there was none. */
    private static int delay(String fault, BiConsumer<Live, Double> plant, double size) {
        int[] delays = new int[RUNS];
        for (int run = 0; run < RUNS; run++) {
            World world = new World(1000 + run);
            Live live = new Live();
            plant.accept(live, size);
            int window = 1;
            while (!world.window(live) && window <= PATIENCE) {
                window++;
            }
            delays[run] = window;
        }
        Arrays.sort(delays);
        long seen = Arrays.stream(delays).filter(delay -> delay <= PATIENCE).count();
        print(fault + ": seen in " + seen + " of " + RUNS + ", median after " + delays[RUNS / 2] + " windows, at most "
                + delays[RUNS - 1]);
        return delays[RUNS / 2];
    }

    private static void print(String line) {
        if (WANTED != null) {
            System.out.println(line);
        }
    }
}
