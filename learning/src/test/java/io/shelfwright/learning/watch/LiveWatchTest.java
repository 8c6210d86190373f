package io.shelfwright.learning.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.InteractionType;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.learning.TestPages;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of a synthetic model, as in training or changed in one way; windows of a hundred pages with ten cards each. */
class LiveWatchTest {
    private static final FeatureSchema SCHEMA = new FeatureSchema(List.of(
            FeatureDeclaration.of("popularity.rank", "Of a test.", "share", 0, 1),
            FeatureDeclaration.of("item.age", "Of a test.", "days", 0, 1000)));
    private static final WatchSettings SETTINGS = new WatchSettings(100, 2, 0.1, 0.2, 0.05, 1.5);

    private final Random random = new Random(11);
    private final List<WatchReport> reports = new ArrayList<>();
    private final ReferenceStatistics reference = reference();
    private final LiveWatch watch = new LiveWatch(
            (snapshot, ranker) -> ranker.equals("main") ? Optional.of(reference) : Optional.empty(),
            SETTINGS,
            reports::add);
    private int requests;

    /** What is changed of live pages. */
    private static final class Live {
        private double shift;
        private double missing = 0.1;
        private double predictionPower = 1;
        private double positives = 1;
        private double propensityError = 1;
        private String schema = SCHEMA.fingerprint();
    }

    private ReferenceStatistics reference() {
        int rows = 5_000;
        float[] values = new float[2 * rows];
        double[] predictions = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[2 * row] = random.nextFloat();
            values[2 * row + 1] = random.nextDouble() < 0.1 ? Float.NaN : age(0);
            predictions[row] = random.nextDouble();
        }
        return ReferenceStatistics.of(new FeatureMatrix(SCHEMA, rows, values), predictions);
    }

    private float age(double shift) {
        return (float) (Math.exp(3 + random.nextGaussian()) * (1 + shift));
    }

    private void window(Live live) {
        for (int page = 0; page < 100; page++) {
            page(live);
        }
    }

    private void page(Live live) {
        String request = "r" + requests++;
        List<SlotRecord> slots = new ArrayList<>();
        for (int card = 0; card < 10; card++) {
            double prediction = Math.pow(random.nextDouble(), live.predictionPower);
            // One of two cards, drawn with probabilities 0.4 and 0.6: the mean of 1 / (2 p) over draws is 1.
            double propensity = live.propensityError * (random.nextDouble() < 0.4 ? 0.4 : 0.6);
            float age = random.nextDouble() < live.missing ? Float.NaN : age(live.shift);
            slots.add(new SlotRecord(
                    0,
                    card,
                    "shelf",
                    "albums",
                    "item" + card,
                    "popular",
                    new float[] {random.nextFloat(), age},
                    new float[] {0},
                    prediction,
                    1,
                    1,
                    propensity,
                    true,
                    2,
                    card < 3));
        }
        PageRecord record = TestPages.page("u", request, TestPages.AT, live.schema, "main", "000002", slots);
        watch.page(record);
        watch.page(record); // a sink may be given a record twice
        for (SlotRecord slot : slots) {
            boolean positive = random.nextDouble() < slot.score() * live.positives;
            watch.interaction(TestPages.did(
                    request + slot.itemId(),
                    "u",
                    positive ? InteractionType.PLAY : InteractionType.IMPRESSION,
                    slot.itemId(),
                    request,
                    TestPages.AT));
        }
    }

    private List<String> alarms() {
        return reports.get(reports.size() - 1).alarms().stream()
                .map(WatchFinding::key)
                .toList();
    }

    @Test
    void pagesAsInTrainingRaiseNoAlarmHoweverLong() {
        for (int i = 0; i < 30; i++) {
            window(new Live());
        }
        assertThat(reports).hasSize(30).allMatch(report -> report.bad().isEmpty());
        assertThat(reports.get(29).window()).isEqualTo(30);
        assertThat(reports.get(29).pages()).isEqualTo(100);
    }

    @Test
    void eachChangeRaisesItsAlarmWithTheSecondBadWindowAndNoOther() {
        Live moved = new Live();
        moved.shift = 3;
        raises(moved, "feature-drift item.age");
        Live holes = new Live();
        holes.missing = 0.3;
        raises(holes, "missing item.age");
        Live drifted = new Live();
        drifted.predictionPower = 4;
        raises(drifted, "prediction-drift the predictions");
        Live worse = new Live();
        worse.positives = 0.5;
        raises(worse, "calibration cards that were seen");
        Live untrue = new Live();
        untrue.propensityError = 0.8;
        raises(untrue, "propensity draws");
        Live other = new Live();
        other.schema = "of another transform";
        raises(other, "schema pages of another transform");
    }

    private static void raises(Live live, String alarm) {
        LiveWatchTest world = new LiveWatchTest();
        world.window(new Live());
        world.window(live);
        assertThat(world.alarms()).as("after one bad window").isEmpty();
        world.window(live);
        world.window(live);
        assertThat(world.alarms()).containsExactly(alarm);
    }

    @Test
    void anAlarmEndsWithAWindowThatIsWellWithinTheLimit() {
        Live moved = new Live();
        moved.shift = 3;
        window(moved);
        window(moved);
        assertThat(alarms()).containsExactly("feature-drift item.age");
        window(new Live());
        assertThat(alarms()).isEmpty();
    }

    @Test
    void pagesOfAModelWithoutAReferenceArePassedOverAndAnErasedUserIsForgotten() {
        watch.page(TestPages.page("u", "r", TestPages.AT, "fp", List.of()));
        watch.finish(1);
        assertThat(reports).isEmpty();

        page(new Live());
        assertThat(watch.erase("u")).isTrue();
        watch.finish(1);
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).pages()).isEqualTo(1);
    }

    @Test
    void aReferenceIsReadAsItWasWritten(@TempDir Path directory) throws Exception {
        reference.write(directory);

        ReferenceStatistics read = ReferenceStatistics.read(directory).orElseThrow();

        assertThat(read.schema()).isEqualTo(reference.schema());
        assertThat(read.prediction().edges()).isEqualTo(reference.prediction().edges());
        assertThat(read.features().get(1).counts())
                .isEqualTo(reference.features().get(1).counts());
        assertThat(read.features().get(1).missingShare()).isBetween(0.08, 0.12);
        assertThat(ReferenceStatistics.read(directory.resolve("none"))).isEmpty();
    }

    @Test
    void aColumnOfOneValueStillSeesAnother() {
        double[] same = new double[1_000];
        java.util.Arrays.fill(same, 7);
        ReferenceColumn column = ReferenceColumn.of("constant", same);
        double[] live = new double[column.counts().length];
        live[column.bucket(7)] = 500;
        assertThat(column.distance(live)).isZero();
        live[column.bucket(7)] = 0;
        live[column.bucket(8)] = 500;
        assertThat(column.distance(live)).isEqualTo(1);
        live[column.bucket(8)] = 0;
        live[column.bucket(Double.NEGATIVE_INFINITY)] = 500;
        assertThat(column.distance(live)).isEqualTo(1);
    }

    @Test
    void aColumnWithoutAnyValueIsAllMissing() {
        ReferenceColumn column = ReferenceColumn.of("empty", new double[] {Double.NaN, Double.NaN});
        assertThat(column.missingShare()).isEqualTo(1);
        assertThat(column.distance(new double[column.counts().length])).isZero();
    }
}
