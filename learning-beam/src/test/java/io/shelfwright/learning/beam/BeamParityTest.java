package io.shelfwright.learning.beam;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.engine.experience.AvroExperienceLog;
import io.shelfwright.engine.experience.ExperienceLogSettings;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.learning.dataset.DatasetJob;
import io.shelfwright.learning.dataset.DatasetManifest;
import io.shelfwright.learning.dataset.DatasetSpec;
import io.shelfwright.learning.dataset.DatasetStore;
import io.shelfwright.learning.dataset.LocalExecutor;
import io.shelfwright.learning.dataset.ShardFormat;
import io.shelfwright.testkit.SyntheticExperience;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
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
        Path log = directory.resolve("experience");
        try (AvroExperienceLog sink = new AvroExperienceLog(
                log, InstantSource.fixed(SyntheticExperience.START), new ExperienceLogSettings(256, 1 << 20, true))) {
            WORLD.write(sink);
        }
        DatasetManifest local = manifest(
                "local",
                new DatasetJob(new DatasetStore(directory.resolve("local")), ShardFormat.discover())
                        .run(
                                spec(log, "local")
                                        .request(
                                                PluginRegistry.discover(
                                                        getClass().getClassLoader()),
                                                2,
                                                line -> {}),
                                new LocalExecutor())
                        .version());
        Path file = directory.resolve("spec.json");
        spec(log, "beam").write(file);

        int code = Main.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "dataset",
                "--spec",
                file.toString(),
                "--parallelism",
                "2");

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
    void aSpecThatIsNoneIsOneLine() {
        int code = Main.run(
                new PrintWriter(out, true), new PrintWriter(err, true), "dataset", "--spec", "no-such-file.json");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("no-such-file.json is no description of a dataset");
    }

    private DatasetManifest manifest(String store, String version) {
        return new DatasetStore(directory.resolve(store))
                .open(version, ShardFormat.discover())
                .manifest();
    }

    private DatasetSpec spec(Path log, String store) {
        return new DatasetSpec(
                log.toString(),
                directory.resolve(store).toString(),
                WORLD.schema().toText(),
                "reactions",
                "early-skip = 0.1",
                List.of("24h", "save=7d"),
                0.5,
                3,
                4,
                SyntheticExperience.START.toString());
    }
}
