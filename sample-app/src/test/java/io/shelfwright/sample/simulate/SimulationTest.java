package io.shelfwright.sample.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.PluginException;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.learning.LearningLoop;
import io.shelfwright.learning.LearningReport;
import io.shelfwright.learning.LearningRequest;
import io.shelfwright.sample.data.DataDirectory;
import io.shelfwright.sample.data.synthetic.SyntheticWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
    @TempDir
    Path directory;

    @Test
    void theSameSeedGivesTheSameReport() throws IOException {
        ObjectNode first = run(SyntheticData.write(directory.resolve("first")), 12, 12, 5);
        ObjectNode second = run(SyntheticData.write(directory.resolve("second")), 12, 12, 5);
        ObjectNode other = run(SyntheticData.write(directory.resolve("third")), 12, 12, 6);
        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void evaluatingLogsNothing() throws IOException {
        DataDirectory data = SyntheticData.write(directory);
        run(data, 0, 4, 1);
        assertThat(data.experience()).doesNotExist();
        assertThat(directory.resolve("simulation/evaluation")).doesNotExist();
    }

    @Test
    void aLearnedRankerIsComparedAndTheOracleIsNeverBeaten() throws IOException {
        DataDirectory data = SyntheticData.write(directory);
        SnapshotStore snapshots = SyntheticData.publish(data);
        simulation(data).run(60, 0, 1);
        // Sixty pages cannot show a gain to the gate, which is not what is tested here.
        Files.writeString(
                data.path().resolve("shipping.conf"),
                "goal { min-gain = -1, slice-margin = 1 }\nlimits = []\nevaluation { slices = [] }\n");
        LearningReport learned = LearningLoop.discover()
                .learn(LearningRequest.of(ConfigReader.read(data.config()), snapshots, data.experience(), "logistic"));
        assertThat(learned.reasons()).isEmpty();

        SimulationReport report = simulation(data).run(0, Simulation.EACH_LISTENER, 1);
        assertThat(report.policies())
                .extracting(PolicyPages::policy)
                .containsExactly("random", "popularity", "heuristics", "logistic", "oracle");
        for (PolicyPages policy : report.policies()) {
            assertThat(policy.utility().mean())
                    .isLessThanOrEqualTo(report.policy("oracle").utility().mean());
        }
        assertThat(report.policy("heuristics").gainOver(report.policy("random")).low())
                .isPositive();
        assertThat(report.policy("logistic").gainOver(report.policy("random")).low())
                .isPositive();
    }

    @Test
    void aModelThatCannotServeFailsTheEvaluation() throws IOException {
        DataDirectory data = SyntheticData.write(directory);
        SyntheticData.publish(data).publishModels("broken", models -> {
            Files.createDirectories(models.resolve("logistic"));
            Files.writeString(models.resolve("logistic").resolve("weights.tsv"), "nonsense");
        });
        assertThatThrownBy(() -> simulation(data).run(0, 4, 1))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("'logistic' cannot be evaluated");
    }

    @Test
    void negativeNumbersAreRefused() throws IOException {
        DataDirectory data = SyntheticData.write(directory);
        assertThatThrownBy(() -> simulation(data).run(-1, 0, 1))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("from 0");
    }

    /** Returns the report without what depends on the machine. */
    private static ObjectNode run(DataDirectory data, int pages, int evaluated, long seed) {
        ObjectNode json = simulation(data).run(pages, evaluated, seed).json();
        json.path("evaluation").path("policies").forEach(policy -> ((ObjectNode) policy).remove("pagesPerSecond"));
        return json;
    }

    private static Simulation simulation(DataDirectory data) {
        return new Simulation(data, SyntheticWorld.REFERENCE_TIME, line -> {});
    }
}
