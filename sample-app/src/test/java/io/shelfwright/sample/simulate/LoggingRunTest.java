package io.shelfwright.sample.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.experience.PageJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggingRunTest {
    private static final int PAGES = 60;

    @TempDir
    static Path directory;

    private static SimulationWorld world;
    private static LoggedPages logged;
    private static final List<PageRecord> PAGE_RECORDS = new ArrayList<>();
    private static final List<Interaction> INTERACTIONS = new ArrayList<>();

    @BeforeAll
    static void logOnce() throws IOException {
        world = SyntheticData.world(SyntheticData.write(directory), 1);
        logged = new LoggingRun(world, line -> {}).run(PAGES);
        ExperienceLogReader log = new ExperienceLogReader(world.data().experience());
        log.pages(PAGE_RECORDS::add);
        log.interactions(INTERACTIONS::add);
    }

    @Test
    void everyPageIsLoggedAndNoneIsDegraded() {
        assertThat(PAGE_RECORDS).hasSize(PAGES);
        assertThat(logged.degraded()).isZero();
    }

    @Test
    void noListenerToEvaluateOnIsEverLogged() {
        assertThat(PAGE_RECORDS)
                .noneMatch(record -> world.test().contains(record.page().userId()));
    }

    @Test
    void everyReactionIsAboutACardThatWasSeenOnItsPage() {
        Map<String, Set<String>> cards = new HashMap<>();
        PAGE_RECORDS.forEach(record -> {
            Set<String> own = new HashSet<>();
            record.slots().forEach(slot -> own.add(slot.shelfId() + " " + slot.itemId() + " " + slot.explored()));
            cards.put(record.page().requestId(), own);
        });
        Set<String> seen = new HashSet<>();
        for (Interaction reaction : INTERACTIONS) {
            String card = reaction.shelfId() + " " + reaction.targetId();
            assertThat(cards.get(reaction.requestId())).contains(card + " " + reaction.explored());
            if (reaction.type() == InteractionType.IMPRESSION) {
                seen.add(reaction.requestId() + card);
            }
            assertThat(seen).contains(reaction.requestId() + card);
        }
    }

    @Test
    void asManyCardsAreSeenAsTheirSlotsPromise() {
        double expected = 0;
        double variance = 0;
        for (PageRecord record : PAGE_RECORDS) {
            for (SlotRecord slot : record.slots()) {
                expected += slot.examination();
                variance += slot.examination() * (1 - slot.examination());
            }
        }
        assertThat(Math.abs(logged.reactions(InteractionType.IMPRESSION) - expected))
                .isLessThan(4 * Math.sqrt(variance));
    }

    @Test
    void drawnCardsCarryAPropensityThatAveragesToOneOverTheirSupport() {
        double sum = 0;
        double squares = 0;
        int drawn = 0;
        for (PageRecord record : PAGE_RECORDS) {
            for (SlotRecord slot : record.slots()) {
                assertThat(slot.propensity()).isGreaterThan(0).isLessThanOrEqualTo(1);
                if (slot.supportSize() > 1) {
                    double weight = 1 / (slot.supportSize() * slot.propensity());
                    sum += weight;
                    squares += weight * weight;
                    drawn++;
                } else {
                    assertThat(slot.propensity()).isEqualTo(1);
                }
            }
        }
        double mean = sum / drawn;
        double error = Math.sqrt((squares / drawn - mean * mean) / drawn);
        assertThat(drawn).isGreaterThan(PAGES);
        assertThat(Math.abs(mean - 1)).isLessThan(4 * error);
    }

    @Test
    void loggedPagesCanBeBuiltAgain() {
        try (HomeEngine engine = WorldEngine.open(
                world, directory.resolve("scratch"), "", List.of(), InstantSource.fixed(world.start()))) {
            for (PageRecord record : PAGE_RECORDS) {
                assertThat(PageJson.canonical(engine.replay(record))).isEqualTo(PageJson.canonical(record.page()));
            }
        }
    }
}
