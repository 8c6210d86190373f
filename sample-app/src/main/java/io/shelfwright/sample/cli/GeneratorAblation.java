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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Builds the same users' pages with all generators and without each, and says what their predicted utility loses.
 *
 * <p>A page's utility is the sum over its cards of examination times predicted utility, so it is the ranker's own belief: a
 * generator whose cards the ranker thinks too little of looks worthless here. Pages are logged to a scratch directory only, and
 * nothing is drawn.
 */
final class GeneratorAblation {
    private static final String DEVICE = "desktop";
    /** Nothing may be late here: what a busy machine leaves out would be counted for the wrong generator. */
    private static final String PATIENT = "exploration { policy = none, slots = 0 }\n"
            + "deadlines { recall = 60s, features = 60s, ranking = 60s, rule = 60s, packing = 60s }\n";

    private final Workspace workspace;
    private final List<String> users;
    private final Consumer<String> progress;
    private final TableExamination examination =
            new TableExamination(new TableExamination.Settings(0.85, 4, 3, 0.06, 0.5, 0.9));

    /**
     * What a generator is worth.
     *
     * @param utility of a page with all generators
     * @param change of the utility without it, over users
     */
    record Worth(double utility, Estimate change) {}

    GeneratorAblation(Workspace workspace, int pages, Consumer<String> progress) {
        this.workspace = workspace;
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
     * Returns the worth of generators.
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
        List<String> names =
                config.generators().stream().map(InstanceSpec::name).toList();
        for (String name : wanted) {
            if (!names.contains(name)) {
                throw new BadRequestException(
                        "there is no generator '" + name + "'; there are " + String.join(", ", names));
            }
        }
        progress.accept("building " + users.size() + " pages with all generators");
        double[] all = utilities(config);
        double mean = Estimate.of(all).value();
        Map<String, Worth> worth = new LinkedHashMap<>();
        for (String name : wanted.isEmpty() ? names : wanted) {
            progress.accept("without " + name);
            double[] changes = utilities(config.withoutGenerator(name));
            for (int u = 0; u < changes.length; u++) {
                changes[u] -= all[u];
            }
            worth.put(name, new Worth(mean, Estimate.of(changes)));
        }
        return worth;
    }

    private double[] utilities(EngineConfig config) {
        double[] utilities = new double[users.size()];
        try (HomeEngine engine = Shelfwright.builder(config)
                .clock(workspace.clock())
                .watchPlugins(false)
                .build()) {
            for (int u = 0; u < utilities.length; u++) {
                HomePage page = engine.home(HomeRequest.forUser(users.get(u))
                        .requestId("ablation:" + u)
                        .device(DEVICE)
                        .seed(u)
                        .at(workspace.now())
                        .build());
                for (Shelf shelf : page.shelves()) {
                    for (Card card : shelf.cards()) {
                        utilities[u] += examination.examination(DEVICE, shelf.row(), card.column()) * card.utility();
                    }
                }
            }
        }
        return utilities;
    }
}
