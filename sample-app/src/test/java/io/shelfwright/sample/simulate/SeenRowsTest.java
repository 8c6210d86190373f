package io.shelfwright.sample.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.experience.ReactionLabels;
import io.shelfwright.learning.dataset.Attribution;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.DatasetRow;
import io.shelfwright.learning.dataset.LoggedDataset;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the model sees, what is logged, and what is trained on: the same bits, with the real features and pages drawn at random. */
class SeenRowsTest {
    private static final int PAGES = 40;

    @TempDir
    static Path directory;

    private static final Witness WITNESS = new Witness();
    private static final Map<String, float[]> LOGGED = new HashMap<>();
    private static final List<SlotRecord> SLOTS = new ArrayList<>();
    private static Dataset dataset;

    @BeforeAll
    static void serveAndJoin() throws IOException {
        SimulationWorld world = SyntheticData.world(SyntheticData.write(directory), 3);
        Path log = directory.resolve("log");
        try (HomeEngine engine = WorldEngine.open(
                world,
                log,
                "ranking { ladder = [witness], first-phase = \"\" }\n",
                List.of(WITNESS),
                InstantSource.fixed(world.start()))) {
            SimulatedListener listener = new SimulatedListener(world);
            for (int n = 0; n < PAGES; n++) {
                String user = world.train().get(n % world.train().size());
                HomePage page = engine.home(HomeRequest.forUser(user)
                        .requestId("seen:" + n)
                        .device(Examination.DEVICE)
                        .seed(n)
                        .at(world.start().plusSeconds(n))
                        .build());
                assertThat(page.ranker()).isEqualTo("witness");
                listener.reactions(page).forEach(engine::record);
            }
        }
        new ExperienceLogReader(log).pages(page -> page.slots().forEach(slot -> {
            SLOTS.add(slot);
            LOGGED.put(page.page().requestId() + " " + slot.itemId(), slot.features());
        }));
        dataset = LoggedDataset.read(
                        new ExperienceLogReader(log),
                        WITNESS.schema(),
                        new ReactionLabels(),
                        Attribution.DEFAULT,
                        section -> {})
                .dataset();
    }

    @Test
    void aLoggedRowHasTheBitsOfTheRowThatTheModelScored() {
        assertThat(SLOTS).hasSizeGreaterThan(PAGES * 20);
        for (SlotRecord slot : SLOTS) {
            assertThat(bits(slot.features())).isEqualTo(bits(WITNESS.scored(slot.logits()[0])));
        }
    }

    @Test
    void aRowOfTheTrainingTableHasTheBitsOfTheLoggedRow() {
        int[] all = new int[dataset.size()];
        Arrays.setAll(all, i -> i);
        FeatureMatrix table = dataset.trainingSet(all).features();
        assertThat(dataset.size()).isGreaterThan(PAGES * 5);
        for (int row = 0; row < dataset.size(); row++) {
            DatasetRow kept = dataset.row(row);
            assertThat(bits(table.row(row)))
                    .isEqualTo(bits(LOGGED.get(kept.page().requestId() + " " + kept.itemId())));
        }
    }

    private static int[] bits(float[] row) {
        int[] bits = new int[row.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(row[i]));
        return bits;
    }

    /** Gives every row a logit of its own, so that a logged logit names the row that was scored. */
    private static final class Witness implements ShelfwrightPlugin, Ranker {
        private static final float UNIT = 1f / (1 << 20);

        private final AtomicInteger rows = new AtomicInteger();
        private final Map<Float, float[]> seen = new ConcurrentHashMap<>();
        private volatile FeatureSchema schema = new FeatureSchema(List.of());

        @Override
        public String id() {
            return "witness";
        }

        @Override
        public List<PluginFactory<Ranker>> rankers() {
            return List.of(PluginFactory.of("witness", "Remembers what it scored.", context -> this));
        }

        @Override
        public Optional<FeatureSchema> trainedOn() {
            return Optional.empty();
        }

        @Override
        public void score(FeatureMatrix matrix, float[] logits) {
            schema = matrix.schema();
            for (int row = 0; row < matrix.rows(); row++) {
                float logit = rows.incrementAndGet() * UNIT;
                seen.put(logit, matrix.row(row));
                logits[row] = logit;
            }
        }

        FeatureSchema schema() {
            return schema;
        }

        float[] scored(float logit) {
            return seen.getOrDefault(logit, new float[0]);
        }
    }
}
