package io.shelfwright.sample.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.experience.PageJson;
import io.shelfwright.sample.data.DataDirectory;
import io.shelfwright.sample.data.synthetic.SyntheticWorld;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.Ranker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultyLogTest {
    private static final int PAGES = 24;
    private static final int HEALTHY = PAGES / 2;

    @TempDir
    static Path directory;

    private static DataDirectory data;
    private static Log healthy;

    private record Log(SimulationWorld world, List<PageRecord> pages, List<Interaction> interactions) {}

    @BeforeAll
    static void logWithoutAFault() throws IOException {
        data = SyntheticData.write(directory);
        healthy = log(List.of());
    }

    @Test
    void beforeItsDayAFaultChangesNothing() {
        Log log = log(List.of("silent-transform@1", "lag@1", "nulls@1", "logging@1"));
        for (int page = 0; page < HEALTHY; page++) {
            assertThat(PageJson.canonical(log.pages().get(page).page()))
                    .isEqualTo(PageJson.canonical(healthy.pages().get(page).page()));
        }
        assertThat(log.pages().get(HEALTHY).slots().get(0))
                .isNotEqualTo(healthy.pages().get(HEALTHY).slots().get(0));
    }

    @Test
    void aChangedTransformHasAnotherFingerprint() {
        Log log = log(List.of("transform@1"));
        String fingerprint = healthy.pages().get(0).schemaFingerprint();
        assertThat(log.pages().subList(0, HEALTHY))
                .allMatch(page -> page.schemaFingerprint().equals(fingerprint));
        assertThat(log.pages().subList(HEALTHY, PAGES))
                .noneMatch(page -> page.schemaFingerprint().equals(fingerprint));
        assertThat(changedColumns(log)).hasSize(1);
    }

    @Test
    void aSilentlyChangedTransformKeepsTheFingerprintAndChangesOneColumn() {
        Log log = log(List.of("silent-transform@1"));
        assertThat(log.pages()).allMatch(page -> page.schemaFingerprint()
                .equals(healthy.pages().get(0).schemaFingerprint()));
        assertThat(changedColumns(log)).hasSize(1);
    }

    @Test
    void nullsAreMissingForAboutThreeCardsOfTen() {
        Log log = log(List.of("nulls@1"));
        Set<Integer> changed = changedColumns(log);
        assertThat(changed).hasSize(1);
        int column = changed.iterator().next();
        double before = missing(healthy.pages().subList(HEALTHY, PAGES), column);
        assertThat(missing(log.pages().subList(HEALTHY, PAGES), column) - before)
                .isBetween(0.15, 0.45);
    }

    @Test
    void aLaggingFeatureIsOnlyWrongOnceTheUserWasSeenAgain() {
        assertThat(changedColumns(log(List.of("lag@1")))).isEmpty();
    }

    @Test
    void pagesOfPremiumListenersAreMissingFromTheLog() {
        Log log = log(List.of("slice@1"));
        assertThat(log.pages()).hasSizeLessThan(PAGES);
        List<PageRecord> later = log.pages().subList(HEALTHY, log.pages().size());
        assertThat(later)
                .noneMatch(page -> log.world().tier(page.page().userId()).equals("premium"));
        Set<String> requests = new HashSet<>();
        log.pages().forEach(page -> requests.add(page.page().requestId()));
        assertThat(log.interactions()).allMatch(reaction -> requests.contains(reaction.requestId()));
        assertThat(log.world().directory().resolve("lost")).doesNotExist();
    }

    @Test
    void impressionsAreNoLongerLogged() {
        Log log = log(List.of("logging"));
        assertThat(log.interactions()).isNotEmpty().noneMatch(one -> one.type() == InteractionType.IMPRESSION);
    }

    @Test
    void aWorseModelScoresHigherAndInAnotherOrderAndAlwaysTheSame() {
        FeatureSchema schema =
                new FeatureSchema(List.of(FeatureDeclaration.of("user.plays", "Plays.", "plays", 0, 1000)));
        int rows = 400;
        float[] values = new float[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = i;
        }
        FeatureMatrix matrix = new FeatureMatrix(schema, rows, values);
        float[] good = new float[rows];
        float[] worse = new float[rows];
        float[] again = new float[rows];
        ByPlays ranker = new ByPlays();
        ranker.score(matrix, good);
        new NoisyRanker(ranker, 1).score(matrix, worse);
        new NoisyRanker(ranker, 1).score(matrix, again);
        assertThat(again).isEqualTo(worse);
        double lift = 0;
        int disordered = 0;
        for (int i = 0; i < rows; i++) {
            lift += (worse[i] - good[i]) / rows;
            disordered += i > 0 && worse[i] < worse[i - 1] ? 1 : 0;
        }
        assertThat(lift).isBetween(NoisyRanker.LIFT - 0.3, NoisyRanker.LIFT + 0.3);
        assertThat(disordered).isGreaterThan(rows / 4);
    }

    private static final class ByPlays implements Ranker {
        @Override
        public Optional<FeatureSchema> trainedOn() {
            return Optional.empty();
        }

        @Override
        public void score(FeatureMatrix rows, float[] logits) {
            for (int row = 0; row < rows.rows(); row++) {
                logits[row] = rows.row(row)[0] / 100;
            }
        }
    }

    @Test
    void whatIsNoFaultIsRefusedWithTheNamesOfThose() {
        for (String text : List.of("", "nothing", "nulls@", "nulls@-1", "nulls@x", "NULLS", "nulls@999999")) {
            assertThatThrownBy(() -> Fault.parse(text))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("silent-transform");
        }
        assertThat(Fault.parse("worse-model@12")).isEqualTo(new Fault(Fault.Kind.WORSE_MODEL, 12));
    }

    private static Log log(List<String> faults) {
        Scenario scenario =
                new Scenario(0, 0, 0, 0, faults.stream().map(Fault::parse).toList());
        SimulationWorld world = SimulationWorld.open(data, SyntheticWorld.REFERENCE_TIME, 1, scenario, line -> {});
        try {
            WorldSnapshot.deleteTree(data.experience());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var unused = new LoggingRun(world, scenario, line -> {})
                .run(
                        PAGES,
                        new LoggingRun.Schedule(
                                world.start(), Duration.ofDays(2).dividedBy(PAGES), 0));
        Log log = new Log(world, new ArrayList<>(), new ArrayList<>());
        ExperienceLogReader reader = new ExperienceLogReader(data.experience());
        reader.pages(log.pages()::add);
        reader.interactions(log.interactions()::add);
        return log;
    }

    /** Returns the columns in which cards of the first page with a fault differ from those of the healthy one. */
    private static Set<Integer> changedColumns(Log log) {
        Map<String, float[]> rows = new HashMap<>();
        for (SlotRecord slot : healthy.pages().get(HEALTHY).slots()) {
            rows.put(slot.shelfId() + slot.itemId(), slot.features());
        }
        Set<Integer> changed = new TreeSet<>();
        for (SlotRecord slot : log.pages().get(HEALTHY).slots()) {
            float[] row = rows.get(slot.shelfId() + slot.itemId());
            float[] own = slot.features();
            for (int column = 0; row != null && column < own.length; column++) {
                if (Float.compare(row[column], own[column]) != 0) {
                    changed.add(column);
                }
            }
        }
        return changed;
    }

    private static double missing(List<PageRecord> pages, int column) {
        int missing = 0;
        int cards = 0;
        for (PageRecord page : pages) {
            for (SlotRecord slot : page.slots()) {
                missing += Float.isNaN(slot.features()[column]) ? 1 : 0;
                cards++;
            }
        }
        return (double) missing / cards;
    }
}
