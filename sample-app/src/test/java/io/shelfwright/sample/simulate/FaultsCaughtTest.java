package io.shelfwright.sample.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.sample.cli.CommandLines;
import io.shelfwright.sample.data.DataDirectory;
import io.shelfwright.sample.data.synthetic.SyntheticWorld;
import io.shelfwright.engine.experience.ExperienceLogReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake that a simulation can make on purpose is caught by a check, and a world without any has no finding. */
class FaultsCaughtTest {
    private static final int BEFORE = 240;
    private static final int LATEST = 90;
    private static final int DAYS_BEFORE = 8;
    private static final Duration EACH = Duration.ofDays(DAYS_BEFORE).dividedBy(BEFORE);

    @TempDir
    static Path directory;

    private static Path healthy;

    private record Answer(int code, String text) {}

    /** Eight sound days, served by a model that was trained on pages like them. */
    @BeforeAll
    static void serveSoundDays() throws IOException {
        healthy = directory.resolve("healthy");
        run("import", "synthetic", "--data", healthy.toString());
        run("simulate", "--data", healthy.toString(), "--pages", "200", "--evaluate", "0");
        // Few pages: that there is a model counts here, not how good it is.
        Files.writeString(
                healthy.resolve("shipping.conf"),
                "goal { min-gain = -1, slice-margin = 1 }\nlimits = []\nevaluation { replicates = 100 }\n");
        Answer learned = run("learn", "--ranker", "logistic", "--data", healthy.toString());
        assertThat(learned.code()).as(learned.text()).isZero();
        WorldSnapshot.deleteTree(healthy.resolve("experience"));
        WorldSnapshot.deleteTree(healthy.resolve("validation"));
        serve(healthy, Scenario.STILL, BEFORE, new LoggingRun.Schedule(SyntheticWorld.REFERENCE_TIME, EACH, 0));
    }

    private static Answer run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = CommandLines.run(out, err, arguments);
        return new Answer(code, out + "\n" + err);
    }

    private static void serve(Path data, Scenario scenario, int pages, LoggingRun.Schedule schedule) {
        DataDirectory opened = DataDirectory.open(data);
        SimulationWorld world =
                SimulationWorld.open(opened, SyntheticWorld.REFERENCE_TIME, 1, scenario, line -> {});
        new ExperienceLogReader(opened.experience()).interactions(world.users()::append);
        assertThat(new LoggingRun(world, scenario, line -> {})
                        .run(pages, schedule)
                        .pages())
                .isEqualTo(pages);
    }

    /** Returns a copy of the data with some more pages, on which something goes wrong. */
    private static Path withFault(String... faults) {
        try {
            Path data = directory.resolve(String.join("-", faults) + "copy");
            copy(healthy, data);
            List<Fault> planted = new ArrayList<>();
            for (String fault : faults) {
                planted.add(Fault.parse(fault + "@" + DAYS_BEFORE));
            }
            serve(
                    data,
                    new Scenario(0, 0, 0, 0, planted),
                    LATEST,
                    new LoggingRun.Schedule(
                            SyntheticWorld.REFERENCE_TIME.plus(Duration.ofDays(DAYS_BEFORE)), EACH, BEFORE));
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void aSoundLogIsFoundSound() {
        Answer validated = run("validate", "--data", withFault().toString());

        assertThat(validated.text()).doesNotContain("ERROR");
        assertThat(validated.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "slice, SLICE_MISSING [tier=premium] (history)",
        "lag, FEATURE_STANDS_STILL user.plays_log (history)",
        "nulls, MISSING_SHARE_HIGH user_item.genre_match (history)",
        "logging, COMPARATOR_L_INFTY_HIGH impressions (history)"
    })
    void whatGoesWrongInTheLogBlocksTraining(String fault, String finding) {
        Path data = withFault(fault);

        Answer validated = run("validate", "--data", data.toString());
        Answer learned = run("learn", "--ranker", "logistic", "--data", data.toString());

        assertThat(validated.code()).isEqualTo(1);
        assertThat(validated.text()).contains("ERROR " + finding);
        assertThat(learned.code()).isEqualTo(1);
        assertThat(learned.text()).contains("data validation: ", finding).contains("refused");
    }

    @Test
    void anEngineWithATransformThatChangedInSilenceServesNoPage() {
        Answer answer = run(
                "simulate", "--data", healthy.toString(), "--pages", "1", "--evaluate", "0", "--fault", "silent-transform");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.text())
                .contains("popularity.rank (version 1) gives other values", "Nothing is served with them")
                .doesNotContain("pages served");
    }

    @Test
    void whereTheChangeIsAcceptedNoModelServesAndTheLogStillTells() throws IOException {
        Path accepting = directory.resolve("accepting");
        copy(healthy, accepting);
        Files.writeString(
                accepting.resolve("home.conf"),
                Files.readString(accepting.resolve("home.conf")) + "\nranking.changed-features = accept\n");
        serve(
                accepting,
                new Scenario(0, 0, 0, 0, List.of(Fault.parse("silent-transform@" + DAYS_BEFORE))),
                LATEST,
                new LoggingRun.Schedule(
                        SyntheticWorld.REFERENCE_TIME.plus(Duration.ofDays(DAYS_BEFORE)), EACH, BEFORE));

        Answer validated = run("validate", "--data", accepting.toString());

        assertThat(validated.text()).contains("ERROR FEATURE_REDEFINED popularity.rank (history)");
        new ExperienceLogReader(accepting.resolve("experience")).pages(page -> {
            boolean changed = !page.page().at().isBefore(SyntheticWorld.REFERENCE_TIME.plus(Duration.ofDays(DAYS_BEFORE)));
            assertThat(page.page().ranker()).isEqualTo(changed ? "prior" : "logistic");
        });
    }

    @Test
    void aTransformWithANewVersionIsServedWithoutTheModel() {
        Path data = withFault("transform");

        new ExperienceLogReader(data.resolve("experience")).pages(page -> {
            boolean changed = !page.page().at().isBefore(SyntheticWorld.REFERENCE_TIME.plus(Duration.ofDays(DAYS_BEFORE)));
            assertThat(page.page().ranker()).isEqualTo(changed ? "prior" : "logistic");
        });
    }

    @Test
    void aModelGoneWorseIsNoticedByTheWatchOfItsPages() {
        Path data = withFault("worse-model");

        Answer watched = run("watch", "--data", data.toString(), "--last", "90", "--window", "30");

        assertThat(watched.code()).isEqualTo(1);
        assertThat(watched.text()).contains("ALARM prediction-drift");
    }

    @Test
    void aListenerTierThatNeverReachedTheLogIsMissed() throws IOException {
        Path data = directory.resolve("never");
        copy(healthy, data);
        WorldSnapshot.deleteTree(data.resolve("experience"));
        serve(
                data,
                new Scenario(0, 0, 0, 0, List.of(Fault.parse("slice"))),
                LATEST,
                new LoggingRun.Schedule(SyntheticWorld.REFERENCE_TIME, EACH, 0));

        Answer validated = run("validate", "--data", data.toString());

        assertThat(validated.text()).contains("ERROR SLICE_MISSING [tier=premium] (listeners)");
    }
}
