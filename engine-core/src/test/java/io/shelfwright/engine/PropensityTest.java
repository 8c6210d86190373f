package io.shelfwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.Card;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.spi.ExperienceSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logged propensities are the probabilities of the draws. */
class PropensityTest {
    private static final int PAGES = 10_000;

    @TempDir
    private Path directory;

    private EngineWorld world;

    @BeforeEach
    void makeWorld() {
        world = new EngineWorld(directory).items(24);
        world.plugin.policy("draw", Scripts.proportional(1)).placement("window", Scripts.artistWindow(1));
        world.config("""
            page { rows = 2, columns = 3 }
            shelves = [
              { id = a, title = A, items = [album, artist], generators = [popular], min-cards = 3 }
              { id = b, title = B, items = [playlist, podcast-show], generators = [popular], min-cards = 3 }
            ]
            rules.placements = [window]
            exploration { policy = draw, slots = 2, first-position = 2, last-position = 5 }
            packing.max-steps = 0
            """);
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    @Test
    void theMeanOfInversePropensityOverSupportIsOne() {
        AtomicLong n = new AtomicLong();
        DoubleAdder sum = new DoubleAdder();
        DoubleAdder squares = new DoubleAdder();
        world.sink(new ExperienceSink() {
            @Override
            public void page(PageRecord page) {
                for (SlotRecord slot : page.slots()) {
                    if (slot.explored()) {
                        double value = 1 / (slot.supportSize() * slot.propensity());
                        n.incrementAndGet();
                        sum.add(value);
                        squares.add(value * value);
                    }
                }
            }

            @Override
            public void interaction(io.shelfwright.api.Interaction interaction) {}
        });
        for (int seed = 0; seed < PAGES; seed++) {
            world.engine().home(EngineWorld.request("u").seed(seed).build());
        }
        world.close();

        double mean = sum.sum() / n.get();
        double error = Math.sqrt((squares.sum() / n.get() - mean * mean) / n.get());
        assertThat(n.get()).isGreaterThan(PAGES);
        assertThat(error).isPositive();
        assertThat(Math.abs(mean - 1)).isLessThan(3 * error);
    }

    @Test
    void thePagesProbabilityIsTheProductAndOnlyTheFirstDrawHasAMarginal() {
        List<PageRecord> pages = new ArrayList<>();
        world.sink(new ExperienceSink() {
            @Override
            public void page(PageRecord page) {
                pages.add(page);
            }

            @Override
            public void interaction(io.shelfwright.api.Interaction interaction) {}
        });
        for (int seed = 0; seed < 50; seed++) {
            world.engine().home(EngineWorld.request("u").seed(seed).build());
        }
        world.close();

        assertThat(pages).hasSize(50);
        for (PageRecord page : pages) {
            double product = 1;
            int drawn = 0;
            for (SlotRecord slot : page.slots()) {
                product *= slot.propensity();
                drawn += slot.explored() ? 1 : 0;
                if (!slot.explored()) {
                    assertThat(slot.marginal()).isEqualTo(1);
                } else if (drawn == 1) {
                    assertThat(slot.marginal()).isEqualTo(slot.propensity());
                } else {
                    assertThat(slot.marginal()).isNaN();
                }
            }
            assertThat(drawn).isEqualTo(2);
            assertThat(page.arm()).isEqualTo("draw");
            assertThat(Math.exp(page.logPropensity())).isCloseTo(product, within(1e-12));
        }
    }

    @Test
    void cardsAreDrawnAsOftenAsTheirPropensitySays() {
        world.config("exploration { slots = 1, first-position = 4, last-position = 4 }");
        Map<String, Integer> drawn = new HashMap<>();
        Map<String, Double> propensity = new HashMap<>();
        int draws = 2_000;
        for (int seed = 0; seed < draws; seed++) {
            HomePage page =
                    world.engine().home(EngineWorld.request("u").seed(seed).build());
            Card card = page.shelves().get(1).cards().get(1);
            assertThat(card.explored()).isTrue();
            drawn.merge(card.itemId(), 1, Integer::sum);
            Double before = propensity.put(card.itemId(), card.propensity());
            assertThat(before == null || before == card.propensity()).isTrue();
        }

        assertThat(drawn.size()).isGreaterThan(3);
        assertThat(propensity.values().stream().mapToDouble(Double::doubleValue).sum())
                .isBetween(1 - 1e-9, 1 + 1e-9);
        propensity.forEach((item, p) -> {
            double expected = draws * p;
            double sigma = Math.sqrt(draws * p * (1 - p));
            assertThat((double) drawn.getOrDefault(item, 0))
                    .as(item)
                    .isBetween(expected - 4 * sigma, expected + 4 * sigma);
        });
    }
}
