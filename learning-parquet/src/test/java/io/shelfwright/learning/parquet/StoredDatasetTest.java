package io.shelfwright.learning.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.ExperienceException;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.engine.experience.AvroExperienceLog;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.experience.ExperienceLogSettings;
import io.shelfwright.engine.experience.ReactionLabels;
import io.shelfwright.learning.dataset.Attribution;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.DatasetColumns;
import io.shelfwright.learning.dataset.DatasetJob;
import io.shelfwright.learning.dataset.DatasetRequest;
import io.shelfwright.learning.dataset.DatasetRow;
import io.shelfwright.learning.dataset.DatasetStore;
import io.shelfwright.learning.dataset.JoinReport;
import io.shelfwright.learning.dataset.LocalExecutor;
import io.shelfwright.learning.dataset.LoggedDataset;
import io.shelfwright.learning.dataset.Sampling;
import io.shelfwright.learning.dataset.ShardFormat;
import io.shelfwright.learning.dataset.StoredDataset;
import io.shelfwright.learning.report.Refusal;
import io.shelfwright.spi.TrainingSet;
import io.shelfwright.testkit.SyntheticExperience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredDatasetTest {
    private static final SyntheticExperience WORLD = new SyntheticExperience(7, 40, 4, 10, 6);

    @TempDir
    Path directory;

    private final ParquetShards format = new ParquetShards();

    @Test
    void theLoggedRowIsTheStoredRowIsTheTrainedRowBitForBit() {
        StoredDataset stored = make(request(Sampling.ALL, 3));
        Map<String, float[]> logged = new HashMap<>();
        new ExperienceLogReader(log())
                .pages(page -> page.slots().forEach(slot -> logged.put(key(page, slot), slot.features())));
        Dataset dataset = stored.load();
        int[] all = new int[dataset.size()];
        Arrays.setAll(all, i -> i);
        TrainingSet training = dataset.trainingSet(all);

        int payloads = 0;
        assertThat(dataset.size()).isGreaterThan(500);
        for (int row = 0; row < dataset.size(); row++) {
            DatasetRow kept = dataset.row(row);
            float[] features = logged.get(kept.userId() + "/" + kept.page().requestId() + "/" + kept.itemId());
            for (int column = 0; column < features.length; column++) {
                int bits = Float.floatToRawIntBits(features[column]);
                assertThat(Float.floatToRawIntBits(kept.features()[column])).isEqualTo(bits);
                assertThat(Float.floatToRawIntBits(training.features().get(row, column)))
                        .isEqualTo(bits);
                payloads += Float.isNaN(features[column]) && bits != 0x7fc00000 ? 1 : 0;
            }
        }
        assertThat(payloads).isPositive();
    }

    @Test
    void shardsHoldWhatAJoinInMemoryFinds() {
        StoredDataset stored = make(request(Sampling.ALL, 5));
        LoggedDataset inMemory = LoggedDataset.read(
                new ExperienceLogReader(log()),
                WORLD.schema(),
                new ReactionLabels(),
                Attribution.DEFAULT,
                section -> {});
        Dataset loaded = stored.load();

        assertThat(loaded.size()).isEqualTo(inMemory.dataset().size());
        for (int row = 0; row < loaded.size(); row++) {
            DatasetRow expected = inMemory.dataset().row(row);
            DatasetRow actual = loaded.row(row);
            assertThat(actual.page()).isEqualTo(expected.page());
            assertThat(actual.itemId()).isEqualTo(expected.itemId());
            assertThat(actual.labels()).isEqualTo(expected.labels());
            assertThat(actual.liveScore()).isEqualTo(expected.liveScore());
            assertThat(actual.seen()).isEqualTo(expected.seen());
            assertThat(actual.reacted()).isEqualTo(expected.reacted());
        }
        JoinReport join = inMemory.join();
        Map<String, Long> counts = stored.manifest().counts();
        assertThat(counts)
                .containsEntry("late", join.late())
                .containsEntry("early", join.early())
                .containsEntry("duplicates", join.duplicates())
                .containsEntry("undone", join.undone())
                .containsEntry("attributed", join.attributed())
                .containsEntry("unseenCards", join.unseenCards());
        for (long found : List.of(join.late(), join.early(), join.duplicates(), join.undone(), join.orphaned())) {
            assertThat(found).isPositive();
        }
    }

    @Test
    void theSameLogGivesTheSameBytesWhateverTheThreads() {
        StoredDataset one = make(request(Sampling.ALL, 1));
        StoredDataset four = make(request(Sampling.ALL, 4));

        assertThat(four.version()).isEqualTo("000002");
        assertThat(four.manifest().shards()).isEqualTo(one.manifest().shards());
    }

    @Test
    void aShareOfTheNegativesStandsForAll() {
        StoredDataset all = make(request(Sampling.ALL, 2));
        StoredDataset quarter = make(request(new Sampling(0.25, 3), 2));

        assertThat(quarter.manifest().positives()).isEqualTo(all.manifest().positives());
        double[] sums = new double[2];
        quarter.forEach(row -> {
            sums[row.reacted() ? 1 : 0] += row.samplingWeight();
            assertThat(row.samplingWeight()).isIn(1.0, 4.0);
        });
        double[] truth = new double[2];
        all.forEach(row -> truth[row.reacted() ? 1 : 0]++);
        assertThat(sums[1]).isEqualTo(truth[1]);
        assertThat(sums[0]).isBetween(0.85 * truth[0], 1.15 * truth[0]);
        assertThat(quarter.manifest().counts().get("sampledOutRows")).isGreaterThan((long) (truth[0] / 2));
    }

    @Test
    void aChangedFileIsFoundWhenTheDatasetIsOpened() throws Exception {
        StoredDataset stored = make(request(Sampling.ALL, 2));
        Path shard = directory
                .resolve("datasets/000001")
                .resolve(stored.manifest().shards().get(1).file());
        byte[] bytes = Files.readAllBytes(shard);
        bytes[bytes.length / 2] ^= 1;
        Files.write(shard, bytes);

        assertThatThrownBy(() -> store().open("000001", format))
                .isInstanceOf(ExperienceException.class)
                .hasMessageContaining(shard.toString())
                .hasMessageContaining("checksum");

        Files.delete(shard);
        assertThatThrownBy(() -> store().open("000001", format))
                .isInstanceOf(ExperienceException.class)
                .hasMessageContaining("size");
    }

    @Test
    void anInterruptedRunLeavesNothingAndTheNextBeginsClean() throws Exception {
        DatasetRequest request = request(Sampling.ALL, 1);
        DatasetJob job = new DatasetJob(store(), format);
        LocalExecutor local = new LocalExecutor();

        assertThatThrownBy(() -> job.run(request, new DatasetJob.Executor() {
                    @Override
                    public String name() {
                        return "killed";
                    }

                    @Override
                    public List<io.shelfwright.learning.dataset.ShardResult> run(
                            DatasetRequest wanted, ShardFormat shards, Path target, Path work) {
                        local.run(wanted, shards, target, work);
                        throw new CancellationException("killed after the last shard");
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(store().versions()).isEmpty();

        // What a process that was killed leaves behind: nobody closed its staging.
        Path left = Files.createDirectories(directory.resolve("datasets/.staging/work/00000"));
        Files.writeString(left.resolve("pages-20240501-000001.avro"), "half");
        StoredDataset made = make(request);
        assertThat(made.version()).isEqualTo("000001");
        assertThat(directory.resolve("datasets/.staging")).doesNotExist();
        assertThat(directory.resolve("datasets/000001/work")).doesNotExist();
    }

    @Test
    void aRunThatWasEndedGoesOnWithTheShardsThatAreFinishedAndWhole() throws Exception {
        StoredDataset whole = make(request(Sampling.ALL, 2));
        Path staging = directory.resolve("datasets/.staging");
        FileTime past = FileTime.from(SyntheticExperience.START);
        endedAfter(2, request(Sampling.ALL, 1));
        assertThat(store().versions()).containsExactly("000001");
        Path first = staging.resolve(whole.manifest().shards().get(0).file());
        Path second = staging.resolve(whole.manifest().shards().get(1).file());
        byte[] bytes = Files.readAllBytes(second);
        bytes[bytes.length / 2] ^= 1;
        Files.write(second, bytes);
        Files.setLastModifiedTime(first, past);
        Files.writeString(staging.resolve(".part-00003.parquet.1234"), "half a shard");
        List<String> lines = new ArrayList<>();
        StoredDataset resumed = make(telling(request(Sampling.ALL, 2), lines));

        // The second was changed on the disk, and nothing else of it was left: all of its log was dealt again.
        assertThat(resumed.manifest().shards()).isEqualTo(whole.manifest().shards());
        assertThat(resumed.manifest().counts()).isEqualTo(whole.manifest().counts());
        assertThat(lines).anyMatch(line -> line.contains("2 of 4 shards are finished"));
        assertThat(Files.getLastModifiedTime(
                        directory.resolve("datasets/000002").resolve(first.getFileName())))
                .isEqualTo(past);
        assertThat(directory.resolve("datasets/000002/.part-00003.parquet.1234"))
                .doesNotExist();
        assertThat(directory.resolve("datasets/000002/job.txt")).doesNotExist();
    }

    @Test
    void whatARunForAnotherDatasetHasFinishedIsNotUsed() {
        endedAfter(2, request(Sampling.ALL, 1));
        List<String> lines = new ArrayList<>();
        make(telling(request(new Sampling(0.25, 3), 1), lines));

        assertThat(lines).noneMatch(line -> line.contains("going on"));
    }

    /** Leaves what a process leaves that is killed when it has written so many shards. */
    private void endedAfter(int shards, DatasetRequest request) {
        ShardFormat ending = new ShardFormat() {
            private int left = shards;

            @Override
            public String extension() {
                return format.extension();
            }

            @Override
            public Writer create(Path file, DatasetColumns columns) throws IOException {
                if (left-- == 0) {
                    throw new CancellationException("killed");
                }
                return format.create(file, columns);
            }

            @Override
            public void read(Path file, DatasetColumns columns, Consumer<DatasetRow> consumer) throws IOException {
                format.read(file, columns, consumer);
            }
        };
        assertThatThrownBy(() -> new DatasetJob(store(), ending).run(request, new LocalExecutor()))
                .isInstanceOf(CancellationException.class);
    }

    private static DatasetRequest telling(DatasetRequest quiet, List<String> lines) {
        return new DatasetRequest(
                quiet.experience(),
                quiet.schema(),
                quiet.labels(),
                quiet.labelsText(),
                quiet.attribution(),
                quiet.sampling(),
                quiet.shards(),
                quiet.threads(),
                quiet.created(),
                lines::add);
    }

    @Test
    void whileOneRunWritesAnotherIsRefused() {
        try (DatasetStore.Staging ignored = store().begin("one")) {
            assertThatThrownBy(() -> store().begin("one"))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("another run");
        }
        store().begin("one").close();
    }

    @Test
    void anEmptyLogIsRefusedAndAnUnknownVersionNamed() {
        DatasetRequest request = new DatasetRequest(
                directory.resolve("none"),
                WORLD.schema(),
                new ReactionLabels(),
                "reactions",
                Attribution.DEFAULT,
                Sampling.ALL,
                2,
                1,
                SyntheticExperience.START,
                line -> {});
        assertThatThrownBy(() -> new DatasetJob(store(), format).run(request, new LocalExecutor()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("serve pages first");
        assertThatThrownBy(() -> store().open("000001", format)).isInstanceOf(BadRequestException.class);
    }

    @Test
    void progressIsToldToTheEnd() {
        List<String> lines = new ArrayList<>();
        make(telling(request(Sampling.ALL, 2), lines));

        assertThat(lines).anyMatch(line -> line.startsWith("reading the log") && line.endsWith("100 %"));
        assertThat(lines).anyMatch(line -> line.startsWith("joining") && line.endsWith("100 %"));
    }

    private StoredDataset make(DatasetRequest request) {
        return new DatasetJob(store(), format).run(request, new LocalExecutor());
    }

    private DatasetStore store() {
        return new DatasetStore(directory.resolve("datasets"));
    }

    private Path log() {
        Path log = directory.resolve("experience");
        if (!Files.exists(log)) {
            try (AvroExperienceLog sink = new AvroExperienceLog(
                    log, InstantSource.fixed(SyntheticExperience.START), ExperienceLogSettings.DEFAULT)) {
                WORLD.write(sink);
            }
        }
        return log;
    }

    private DatasetRequest request(Sampling sampling, int threads) {
        return new DatasetRequest(
                log(),
                WORLD.schema(),
                new ReactionLabels(),
                "reactions",
                Attribution.DEFAULT,
                sampling,
                4,
                threads,
                SyntheticExperience.START,
                line -> {});
    }

    private static String key(PageRecord page, SlotRecord slot) {
        return page.page().userId() + "/" + page.page().requestId() + "/" + slot.itemId();
    }
}
