package io.shelfwright.sample.simulate;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.engine.PageOdds;
import io.shelfwright.engine.PageOddsReader;
import io.shelfwright.engine.SlotOdds;
import io.shelfwright.engine.SlotOdds.CardOdds;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.experience.ReactionLabels;
import io.shelfwright.learning.dataset.Attribution;
import io.shelfwright.learning.whatif.Reward;
import io.shelfwright.learning.whatif.Unit;
import io.shelfwright.learning.whatif.WhatIf;
import io.shelfwright.learning.whatif.WhatIfReport;
import io.shelfwright.sample.data.Draws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks what-if estimates against the truth: how often an interval holds what a page of the changed configuration earns.
 *
 * <p>Each run serves pages to listeners drawn with replacement, with exploration, and estimates a changed configuration from
 * them. The truth is the expectation over all listeners, exact but for the draws of cards before a slot. Reactions are not recorded, so that every
 * page starts from the same state, as in the truth.
 */
final class WhatIfCoverage {
    private final SimulationWorld world;
    private final String logging;
    private final Map<String, Double> weights;
    private final Examination examination = new Examination();

    /**
     * Makes a check.
     *
     * @param logging what replaces values of the configuration while pages are logged
     */
    WhatIfCoverage(SimulationWorld world, String logging) {
        this.world = world;
        this.logging = logging;
        weights = ConfigReader.read(world.data().config()).ranking().settings().objectives();
    }

    /** Returns what a page earns on average over the listeners, under the logging configuration with these changes. */
    double truth(String changes, int seeds) {
        List<PageRecord> requests = served(changes, world.train(), -1, "truth");
        try (HomeEngine engine = open(changes, "odds")) {
            PageOddsReader odds = new PageOddsReader(engine);
            double sum = 0;
            for (PageRecord request : requests) {
                for (int seed = 0; seed < seeds; seed++) {
                    PageOdds page = odds.of(request, request.page().snapshot(), seed);
                    sum += value(request.page().userId(), page) / seeds;
                    if (page.drawnShare() == 0) {
                        sum += value(request.page().userId(), page) * (seeds - 1) / seeds;
                        break;
                    }
                }
            }
            return sum / requests.size();
        } finally {
            clear("truth");
            clear("odds");
        }
    }

    /** Returns what is estimated of these changes from one run's log. */
    WhatIfReport run(String changes, int pages, long run) {
        List<String> listeners = new ArrayList<>();
        Draws draws = new Draws(world.seed(), 31, run);
        for (int i = 0; i < pages; i++) {
            listeners.add(world.train().get(draws.below(world.train().size())));
        }
        String log = "log-" + run;
        var unused = served("", listeners, run, log);
        try (HomeEngine engine = open("", "odds");
                HomeEngine changed = open(changes, "changed")) {
            SimulatedListener listener = new SimulatedListener(world);
            WhatIf.Options options = new WhatIf.Options(
                    Reward.of(Reward.UTILITY, weights, new ReactionLabels()),
                    Unit.REQUEST,
                    false,
                    2,
                    Attribution.DEFAULT,
                    "");
            return new WhatIf(new PageOddsReader(engine), new PageOddsReader(changed), options, line -> {})
                    .estimate(new ExperienceLogReader(directory(log)), page -> true, page -> rewards(listener, page));
        } finally {
            clear(log);
            clear("odds");
            clear("changed");
        }
    }

    /** Serves pages into a log of their own, which is whole when the engine is closed. */
    private List<PageRecord> served(String changes, List<String> listeners, long run, String log) {
        try (HomeEngine engine = open(changes, log)) {
            for (int i = 0; i < listeners.size(); i++) {
                var unused = engine.home(HomeRequest.forUser(listeners.get(i))
                        .requestId("coverage:" + run + ":" + i)
                        .device(Examination.DEVICE)
                        .seed(new Draws(world.seed(), 32, run, i).nextLong())
                        .at(world.start())
                        .build());
            }
        }
        List<PageRecord> records = new ArrayList<>();
        new ExperienceLogReader(directory(log)).pages(records::add);
        return records;
    }

    private double value(String user, PageOdds page) {
        double sum = 0;
        for (SlotOdds slot : page.slots()) {
            double drawn = slot.eligible() ? page.drawnShare() : 0;
            double mean = (1 - drawn) * utility(user, slot.packedItem());
            for (CardOdds card : slot.cards()) {
                mean += drawn * card.probability() * utility(user, card.itemId());
            }
            sum += examination.of(slot.row(), slot.column()) * mean;
        }
        return sum;
    }

    private double utility(String user, String item) {
        return Chances.of(world.appeal().of(user, world.item(item))).utility(weights);
    }

    private double[] rewards(SimulatedListener listener, PageRecord record) {
        Map<String, Double> earned = new HashMap<>();
        for (Interaction reaction : listener.reactions(record.page())) {
            earned.merge(reaction.targetId(), weight(reaction.type()), Double::sum);
        }
        return record.slots().stream()
                .map(SlotRecord::itemId)
                .mapToDouble(item -> earned.getOrDefault(item, 0.0))
                .toArray();
    }

    private double weight(InteractionType type) {
        return switch (type) {
            case PLAY -> weights.getOrDefault("stream", 0.0);
            case SAVE -> weights.getOrDefault("save", 0.0);
            case HIDE -> weights.getOrDefault("hide", 0.0);
            default -> 0;
        };
    }

    private HomeEngine open(String changes, String log) {
        return WorldEngine.open(
                world, directory(log), logging + "\n" + changes, List.of(), InstantSource.fixed(world.start()));
    }

    private Path directory(String log) {
        return world.directory().resolve("coverage").resolve(log);
    }

    private void clear(String log) {
        try {
            WorldSnapshot.deleteTree(directory(log));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + directory(log), e);
        }
    }
}
