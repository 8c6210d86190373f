package io.shelfwright.sample.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.sample.data.DataDirectory;
import io.shelfwright.sample.data.synthetic.SyntheticWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrainingTest {
    private static final int PAGES = 150;

    @TempDir
    static Path directory;

    private static DataDirectory data;
    private static RetrainingReport report;
    private static List<Week> weeks;

    @BeforeAll
    static void liveTwoWeeks() throws IOException {
        data = SyntheticData.write(directory);
        SyntheticData.publish(data);
        // A margin no loss reaches: every week's model ships, so that every week differs from the last.
        Files.writeString(
                directory.resolve("shipping.conf"), "goal { first-model = beats-popularity, min-gain = -1 }\n");
        report = new Retraining(data, SyntheticWorld.REFERENCE_TIME, line -> {})
                .run(List.of("logistic"), 1, PAGES, 20, 1, Scenario.STILL);
        weeks = report.rankers().get(0).weeks();
    }

    @Test
    void theFirstWeekIsServedWithoutAModelAndTheNextWithTheOneLearnedFromIt() {
        assertThat(weeks.get(0).logged().rankers()).containsOnlyKeys("prior");
        assertThat(weeks.get(0).published())
                .as(weeks.get(0).reasons().toString())
                .isTrue();
        assertThat(weeks.get(1).logged().rankers()).containsOnlyKeys("logistic");
    }

    @Test
    void theFirstModelIsTheFrozenOneAndALaterOneIsAnother() {
        assertThat(weeks.get(0).of(Week.RETRAINED).utilities())
                .isEqualTo(weeks.get(0).of(Week.FROZEN).utilities());
        assertThat(weeks.get(1).published())
                .as(weeks.get(1).reasons().toString())
                .isTrue();
        assertThat(weeks.get(1).of(Week.RETRAINED).utilities())
                .isNotEqualTo(weeks.get(1).of(Week.FROZEN).utilities());
    }

    @Test
    void theListenersToEvaluateOnAreNeverLearnedFrom() {
        List<String> logged = new ArrayList<>();
        new ExperienceLogReader(directory.resolve("simulation/retraining/logistic/experience"))
                .pages(page -> logged.add(page.page().userId()));
        assertThat(logged).hasSize(2 * PAGES).allMatch(SimulationWorld::trains);
    }

    @Test
    void nothingElseOfTheDataDirectoryChanges() {
        assertThat(data.snapshots().resolve("000002")).doesNotExist();
        assertThat(data.experience()).doesNotExist();
    }

    @Test
    void thePictureHasACurveForEveryPolicyAndTheTableALineForEveryWeek() {
        assertThat(report.picture().split("<polyline points='[0-9]", -1)).hasSize(1 + 4);
        assertThat(report.lines()).hasSize(2 + weeks.size() + 1);
        assertThat(report.json()
                        .at("/rankers/logistic/1/policies/retrained/utility")
                        .asDouble())
                .isEqualTo(weeks.get(1).of(Week.RETRAINED).utility().mean());
    }

    @Test
    void noWeekAndNoRankerAreRefusedInOneSentence() {
        Retraining retraining = new Retraining(data, SyntheticWorld.REFERENCE_TIME, line -> {});
        assertThatThrownBy(() -> retraining.run(List.of(), 0, 1, 2, 1, Scenario.STILL))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("at least one week");
    }
}
