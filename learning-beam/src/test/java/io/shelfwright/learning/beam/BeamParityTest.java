package io.shelfwright.learning.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.engine.experience.AvroExperienceLog;
import io.shelfwright.engine.experience.ExperienceLogSettings;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.learning.dataset.DatasetJob;
import io.shelfwright.learning.dataset.DatasetManifest;
import io.shelfwright.learning.dataset.DatasetRequest;
import io.shelfwright.learning.dataset.DatasetSpec;
import io.shelfwright.learning.dataset.DatasetStore;
import io.shelfwright.learning.dataset.LocalExecutor;
import io.shelfwright.learning.dataset.ShardFormat;
import io.shelfwright.learning.dataset.ShardResult;
import io.shelfwright.learning.validation.schema.SchemaFile;
import io.shelfwright.learning.validation.source.LogColumns;
import io.shelfwright.learning.validation.statistics.DatasetStatistics;
import io.shelfwright.learning.validation.statistics.StatisticsFile;
import io.shelfwright.learning.validation.statistics.StatisticsOptions;
import io.shelfwright.learning.validation.stored.LocalStatistics;
import io.shelfwright.learning.validation.stored.StatisticsJob;
import io.shelfwright.learning.validation.stored.StatisticsSpec;
import io.shelfwright.testkit.SyntheticExperience;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeamParityTest {
    private static final SyntheticExperience WORLD = new SyntheticExperience(3, 500, 4, 10, 12);

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void flinkWritesTheSameBytesAsTheThreadsOfThisMachineOfTwentyThousandImpressions() throws Exception {
        Path log = log(WORLD);
        DatasetManifest local = manifest(
                "local",
                new DatasetJob(new DatasetStore(directory.resolve("local")), ShardFormat.discover())
                        .run(request(spec(log, "local", WORLD, 4)), new LocalExecutor())
                        .version());
        Path file = directory.resolve("spec.json");
        spec(log, "beam", WORLD, 4).write(file);

        int code = run("dataset", "--spec", file.toString(), "--parallelism", "2");

        assertThat(code).as(err.toString()).isZero();
        DatasetManifest beam = manifest("beam", "000001");
        assertThat(beam.engine()).isEqualTo("beam");
        assertThat(local.engine()).isEqualTo("local");
        assertThat(beam.counts()).isEqualTo(local.counts());
        assertThat(beam.shards()).isEqualTo(local.shards());
        assertThat(local.counts().get("cards") + local.counts().get("unseenCards"))
                .isEqualTo(20_000);
        assertThat(out.toString()).contains("joining and writing shards [####################] 100 %");
        assertThat(directory.resolve("beam/000001/work")).doesNotExist();
    }

    @Test
    void flinkMakesTheSameStatisticsAsTheThreadsOfThisMachineToTheBit() throws Exception {
        SyntheticExperience world = new SyntheticExperience(5, 120, 3, 8, 6);
        Path log = log(world);
        for (String store : List.of("local", "beam")) {
            new DatasetJob(new DatasetStore(directory.resolve(store)), ShardFormat.discover())
                    .run(request(spec(log, store, world, 5)), new LocalExecutor());
        }
        String schema = SchemaFile.text(LogColumns.schema(world.schema(), List.of("stream", "save", "hide")));
        StatisticsJob.run(
                new StatisticsSpec(directory.resolve("local").toString(), "000001", schema),
                new LocalStatistics(2, line -> {}));
        Path file = directory.resolve("statistics.json");
        new StatisticsSpec(directory.resolve("beam").toString(), "000001", schema).write(file);

        assertThat(run("statistics", "--spec", file.toString(), "--parallelism", "2"))
                .as(err.toString())
                .isZero();

        assertThat(directory.resolve("beam/000001.stats"))
                .hasSameBinaryContentAs(directory.resolve("local/000001.stats"));
        assertThat(out.toString())
                .contains("reading rows [####################] 100 %", "statistics of dataset 000001 (");
        DatasetStatistics made = StatisticsFile.read(directory.resolve("beam/000001.stats"), StatisticsOptions.DEFAULT);
        assertThat(made.rows()).isEqualTo(manifest("beam", "000001").rows());
        assertThat(made.slices().keySet()).contains("tier=premium", "market=SE");
        assertThat(directory.resolve("beam/.statistics-000001")).doesNotExist();
    }

    @Test
    void flinkGoesOnWithWhatTheThreadsOfThisMachineHadFinishedWhenTheyWereEnded() throws Exception {
        SyntheticExperience world = new SyntheticExperience(5, 120, 3, 8, 6);
        Path log = log(world);
        DatasetStore store = new DatasetStore(directory.resolve("beam"));
        DatasetSpec spec = spec(log, "beam", world, 5);
        DatasetManifest whole = new DatasetJob(new DatasetStore(directory.resolve("local")), ShardFormat.discover())
                .run(request(spec(log, "local", world, 5)), new LocalExecutor())
                .manifest();
        FileTime past = FileTime.from(SyntheticExperience.START);
        assertThatThrownBy(() -> new DatasetJob(store, ShardFormat.discover()).run(request(spec), new Ended(past)))
                .isInstanceOf(CancellationException.class);
        Path file = directory.resolve("spec.json");
        spec.write(file);

        assertThat(run("dataset", "--spec", file.toString(), "--parallelism", "2"))
                .as(err.toString())
                .isZero();

        DatasetManifest beam = manifest("beam", "000001");
        assertThat(out.toString())
                .contains("2 of 5 shards are finished", "reading the log [####################] 100 %");
        assertThat(beam.shards()).isEqualTo(whole.shards());
        assertThat(beam.counts()).isEqualTo(whole.counts());
        assertThat(Files.getLastModifiedTime(directory.resolve("beam/000001/part-00000.parquet")))
                .isEqualTo(past);
        assertThat(Files.getLastModifiedTime(directory.resolve("beam/000001/part-00003.parquet")))
                .isNotEqualTo(past);
        try (Stream<Path> files = Files.list(directory.resolve("beam/000001"))) {
            assertThat(files).hasSize(6);
        }
    }

    /** Finishes two shards of five, then ends as a process does that is killed. */
    private record Ended(FileTime written) implements DatasetJob.Executor {
        @Override
        public String name() {
            return "ended";
        }

        @Override
        public List<ShardResult> run(DatasetRequest request, ShardFormat format, Path directory, Path work) {
            List<ShardResult> all = new LocalExecutor().run(request, format, directory, work);
            try {
                for (ShardResult shard : all) {
                    Files.setLastModifiedTime(directory.resolve(shard.file()), written);
                    if (shard.number() > 1) {
                        Files.delete(work.resolve("shard-" + shard.number() + ".note"));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            throw new CancellationException("killed");
        }
    }

    @Test
    void aSpecThatIsNoneIsOneLine() {
        int code = run("dataset", "--spec", "no-such-file.json");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("no-such-file.json is no description of a dataset");
    }

    private DatasetManifest manifest(String store, String version) {
        return new DatasetStore(directory.resolve(store))
                .open(version, ShardFormat.discover())
                .manifest();
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private Path log(SyntheticExperience world) {
        Path log = directory.resolve("experience");
        try (AvroExperienceLog sink = new AvroExperienceLog(
                log, InstantSource.fixed(SyntheticExperience.START), new ExperienceLogSettings(256, 1 << 20, true))) {
            world.write(sink);
        }
        return log;
    }

    private DatasetRequest request(DatasetSpec spec) {
        return spec.request(PluginRegistry.discover(getClass().getClassLoader()), 2, line -> {});
    }

    private DatasetSpec spec(Path log, String store, SyntheticExperience world, int shards) {
        return new DatasetSpec(
                log.toString(),
                directory.resolve(store).toString(),
                world.schema().toText(),
                "reactions",
                "early-skip = 0.1",
                List.of("24h", "save=7d"),
                0.5,
                3,
                shards,
                SyntheticExperience.START.toString());
    }
}
