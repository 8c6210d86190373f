package io.shelfwright.sample.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.SlotRecord;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.sample.data.DataDirectory;
import io.shelfwright.sample.data.synthetic.SyntheticWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewItemsTest {
    private static final Instant START = SyntheticWorld.REFERENCE_TIME;
    private static final Scenario SCENARIO = new Scenario(0, 0, 0, 0.3, List.of());

    @TempDir
    Path directory;

    @Test
    void anItemIsShownOnceItIsReleasedAndNeverBefore() throws IOException {
        DataDirectory data = SyntheticData.write(directory);
        SimulationWorld world = SimulationWorld.open(data, START, 1, SCENARIO, line -> {});
        Arrivals arrivals = new Arrivals(0.3, 1, START);
        var logged = new LoggingRun(world, SCENARIO, line -> {})
                .run(42, new LoggingRun.Schedule(START, Duration.ofDays(1), 0));
        assertThat(logged.pages()).isEqualTo(42);
        assertThat(logged.degraded()).isZero();

        Set<String> appeared = new HashSet<>();
        new ExperienceLogReader(data.experience()).pages(page -> {
            for (SlotRecord slot : page.slots()) {
                if (arrivals.comesLater(slot.itemId())) {
                    assertThat(arrivals.of(world.item(slot.itemId())).releasedAt())
                            .as(
                                    "release of %s, shown at %s",
                                    slot.itemId(), page.page().at())
                            .isBeforeOrEqualTo(page.page().at());
                    appeared.add(slot.itemId());
                }
            }
        });
        assertThat(appeared).as("new items that were shown in six weeks").isNotEmpty();
    }
}
