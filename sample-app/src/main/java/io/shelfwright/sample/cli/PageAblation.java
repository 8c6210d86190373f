package io.shelfwright.sample.cli;

import com.typesafe.config.ConfigUtil;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Card;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.Shelf;
import io.shelfwright.api.UserProfile;
import io.shelfwright.engine.Shelfwright;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.config.InstanceSpec;
import io.shelfwright.engine.packing.TableExamination;
import io.shelfwright.learning.offpolicy.Estimate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Builds the same users' pages with all generators or rules and without each, and says what that changes.
 *
 * <p>A page's value is the sum over its cards of examination times what the ranker predicts: for generators the utility, for
 * rules the probability of the main objective, since score rules change utilities as such. So it is the ranker's own belief: a
 * generator whose cards the ranker thinks too little of looks worthless here, and a rule nearly always costs. Pages are logged to a
 * scratch directory only, and nothing is drawn.
 */
final class PageAblation {
    private static final String DEVICE = "desktop";
    /** Nothing may be late here: what a busy machine leaves out would be counted for the wrong generator. */
    private static final String PATIENT = "exploration { policy = none, slots = 0 }\n"
            + "deadlines { recall = 60s, features = 60s, ranking = 60s, rule = 60s, packing = 60s }\n";

    private final Workspace workspace;
    private final Part part;
    private final List<String> users;
    private final Consumer<String> progress;
    private final TableExamination examination =
            new TableExamination(new TableExamination.Settings(0.85, 4, 3, 0.06, 0.5, 0.9));

    /** What is left out. */
    enum Part {
        GENERATOR(Card::utility),
        RULE(Card::score);

        private final ToDoubleFunction<Card> value;

        Part(ToDoubleFunction<Card> value) {
            this.value = value;
        }

        private List<String> names(EngineConfig config) {
            if (this == GENERATOR) {
                return config.generators().stream().map(InstanceSpec::name).toList();
            }
            return Stream.of(
                            config.rules().filters(),
                            config.rules().scores(),
                            config.rules().placements())
                    .flatMap(List::stream)
                    .map(InstanceSpec::name)
                    .toList();
        }

        private EngineConfig without(EngineConfig config, String name) {
            return this == GENERATOR ? config.withoutGenerator(name) : config.withoutRule(name);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What one of them does.
     *
     * @param value of a page with all
     * @param change of the value without it, over users
     * @param replaced share of a page's cards that are not on it without it, over users
     */
    record Worth(double value, Estimate change, Estimate replaced) {}

    /** A user's page: what it is worth, and what is on it. */
    private record Built(double value, Set<String> items) {}

    PageAblation(Workspace workspace, Part part, int pages, Consumer<String> progress) {
        this.workspace = workspace;
        this.part = part;
        this.progress = progress;
        users = workspace.source().profiles().stream()
                .map(UserProfile::userId)
                .limit(pages)
                .toList();
        if (users.size() < 2) {
            throw new BadRequestException("there are " + users.size() + " users with a profile, needed are two");
        }
    }

    int pages() {
        return users.size();
    }

    /**
     * Returns the worth of each.
     *
     * @param wanted names of instances, empty for all
     */
    Map<String, Worth> run(List<String> wanted) {
        Path scratch = null;
        try {
            scratch = Files.createTempDirectory("shelfwright-ablation");
            return run(wanted, scratch);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a scratch directory for the log of the pages", e);
        } finally {
            ScratchDirectory.delete(scratch);
        }
    }

    private Map<String, Worth> run(List<String> wanted, Path scratch) {
        String log = ConfigUtil.quoteString(scratch.toAbsolutePath().toString());
        EngineConfig config =
                ConfigReader.read(workspace.data().config(), PATIENT + "storage { experience = " + log + " }\n");
        List<String> names = part.names(config);
        for (String name : wanted) {
            if (!names.contains(name)) {
                throw new BadRequestException(
                        "there is no " + part.word() + " '" + name + "'; there are " + String.join(", ", names));
            }
        }
        progress.accept("building " + users.size() + " pages with all " + part.word() + "s");
        List<Built> all = pages(config);
        double mean = all.stream().mapToDouble(Built::value).average().orElse(Double.NaN);
        Map<String, Worth> worth = new LinkedHashMap<>();
        for (String name : wanted.isEmpty() ? names : wanted) {
            progress.accept("without " + name);
            List<Built> less = pages(part.without(config, name));
            double[] changes = new double[less.size()];
            double[] replaced = new double[less.size()];
            for (int u = 0; u < changes.length; u++) {
                changes[u] = less.get(u).value() - all.get(u).value();
                replaced[u] = replaced(all.get(u).items(), less.get(u).items());
            }
            worth.put(name, new Worth(mean, Estimate.of(changes), Estimate.of(replaced)));
        }
        return worth;
    }

    private static double replaced(Set<String> before, Set<String> after) {
        long gone = before.stream().filter(item -> !after.contains(item)).count();
        return before.isEmpty() ? 0 : (double) gone / before.size();
    }

    private List<Built> pages(EngineConfig config) {
        List<Built> pages = new ArrayList<>();
        try (HomeEngine engine = Shelfwright.builder(config)
                .clock(workspace.clock())
                .watchPlugins(false)
                .build()) {
            for (int u = 0; u < users.size(); u++) {
                HomePage page = engine.home(HomeRequest.forUser(users.get(u))
                        .requestId("ablation:" + u)
                        .device(DEVICE)
                        .seed(u)
                        .at(workspace.now())
                        .build());
                double value = 0;
                Set<String> items = new HashSet<>();
                for (Shelf shelf : page.shelves()) {
                    for (Card card : shelf.cards()) {
                        value += examination.examination(DEVICE, shelf.row(), card.column())
                                * part.value.applyAsDouble(card);
                        items.add(card.itemId());
                    }
                }
                pages.add(new Built(value, items));
            }
        }
        return pages;
    }
}
