package io.shelfwright.sample.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.sample.cli.CommandLines;
import io.shelfwright.sample.data.DataDirectory;
import io.shelfwright.sample.data.synthetic.SyntheticWorld;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
        wholeSeconds(healthy.resolve("sources"));
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

    /** A copy keeps no nanoseconds, and the world is built anew where a source's file has another time. */
    private static void wholeSeconds(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(
                        file, FileTime.from(Files.getLastModifiedTime(file).to(TimeUnit.SECONDS), TimeUnit.SECONDS));
            }
        }
    }

    private static Answer run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = CommandLines.run(out, err, arguments);
        return new Answer(code, out + "\n" + err);
    }

    private static void serve(Path data, Scenario scenario, int pages, LoggingRun.Schedule schedule) {
        DataDirectory opened = DataDirectory.open(data);
        SimulationWorld world = SimulationWorld.open(opened, SyntheticWorld.REFERENCE_TIME, 1, scenario, line -> {});
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
            serveLatest(data, faults);
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serveLatest(Path data, String... faults) {
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
    }

    private static void modelsServeOnlyBefore(Path data) {
        Instant begin = SyntheticWorld.REFERENCE_TIME.plus(Duration.ofDays(DAYS_BEFORE));
        new ExperienceLogReader(data.resolve("experience"))
                .pages(page -> assertThat(page.page().ranker())
                        .isEqualTo(page.page().at().isBefore(begin) ? "logistic" : "prior"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
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
        "logging, COMPARATOR_L_INFTY_HIGH impressions (history)"
    })
    void whatGoesWrongInTheLogIsAnError(String fault, String finding) {
        Answer validated = run("validate", "--data", withFault(fault).toString());

        assertThat(validated.text()).contains("ERROR " + finding);
        assertThat(validated.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"silent-transform, popularity.rank", "nulls, user_item.genre_match"})
    void anEngineWhoseFeaturesGiveOtherValuesServesNoPage(String fault, String feature) {
        Answer answer =
                run("simulate", "--data", healthy.toString(), "--pages", "1", "--evaluate", "0", "--fault", fault);

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.text())
                .contains(feature + " (version 1) gives other values", "Nothing is served with them")
                .doesNotContain("pages served");
    }

    @Test
    void aTransformWithANewVersionIsServedWithoutTheModel() {
        modelsServeOnlyBefore(withFault("transform"));
    }

    @Test
    void aModelGoneWorseIsNoticedByTheWatchOfItsPages() {
        Path data = withFault("worse-model");

        Answer watched = run("watch", "--data", data.toString(), "--last", "90", "--window", "30");

        assertThat(watched.code()).isEqualTo(1);
        assertThat(watched.text()).contains("ALARM prediction-drift").containsPattern("alerts: [1-9][0-9]* raised");
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
