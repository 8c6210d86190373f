package io.shelfwright.sample.cli;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.sample.simulate.cards.CardOptions;
import io.shelfwright.sample.simulate.cards.CardPolicies;
import io.shelfwright.sample.simulate.cards.CardReport;
import io.shelfwright.sample.simulate.cards.CardSimulation;
import io.shelfwright.sample.simulate.cards.Carousel;
import io.shelfwright.sample.simulate.cards.Feedback;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "cards",
        description = {
            "Compares policies that learn which cards to show in a carousel, on Deezer's released vectors of 862 playlists"
                    + " (RecSys 2020): cumulative regret against the best cards of each listener.",
            "DIR holds playlist_features.csv and user_features_small.csv, plain or gzipped; see docs/simulation.md."
        },
        footer = {
            "",
            "Examples:",
            "  shelfwright simulate cards --from DIR",
            "  shelfwright simulate cards --from DIR --population 20x1000 --users-per-round 2000 --picture regret.svg",
            "  shelfwright simulate cards --from DIR --feedback released --users-per-round 9 --seeds 5 --json"
        })
final class SimulateCardsCommand implements Callable<Integer> {
    private static final Pattern POPULATION = Pattern.compile("(\\d{1,5})x(\\d{1,7})");

    @Option(names = "--from", required = true, paramLabel = "DIR", description = "Directory of the released files.")
    private Path from = Path.of("");

    @Option(
            names = "--listeners",
            paramLabel = "FILE",
            description = "Listeners instead of user_features_small.csv, such as the whole user_features.csv.")
    private @Nullable Path listeners;

    @Option(
            names = "--population",
            paramLabel = "SxN",
            description =
                    "Make a synthetic population of S segments with N listeners each that is like the listeners given.")
    private @Nullable String population;

    @Option(
            names = "--policies",
            paramLabel = "NAME",
            split = ",",
            description = "Policies to compare, by default all; a wrong name tells which there are.")
    private List<String> policies = CardPolicies.names();

    @Option(
            names = "--feedback",
            paramLabel = "F",
            description =
                    "What is learned from a visit without a stream: that the cards visible at first were seen (paper),"
                            + " that all were (viewport), or what the authors' released code does, mistakes included (released);"
                            + " by default ${DEFAULT-VALUE}.",
            defaultValue = "paper")
    private String feedback = "paper";

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Rounds, by default ${DEFAULT-VALUE}.",
            defaultValue = "100")
    private int rounds;

    @Option(
            names = "--users-per-round",
            paramLabel = "N",
            description = "Visits a round, after which policies learn; by default ${DEFAULT-VALUE}.",
            defaultValue = "900")
    private int visits;

    @Option(
            names = "--slots",
            paramLabel = "N",
            description = "Cards shown, by default ${DEFAULT-VALUE}.",
            defaultValue = "12")
    private int slots;

    @Option(
            names = "--visible",
            paramLabel = "N",
            description = "Slots visible at first, by default ${DEFAULT-VALUE}.",
            defaultValue = "3")
    private int visible;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Number of seeded runs, by default ${DEFAULT-VALUE}.",
            defaultValue = "3")
    private int seeds;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Seed of the first run and of the population; each further run has the next.",
            defaultValue = "1")
    private long seed;

    @Option(names = "--picture", paramLabel = "FILE", description = "Draw the curves into an SVG file.")
    private @Nullable Path picture;

    @Option(names = "--json", description = "Print the report as one JSON object, with the regret after every round.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CardOptions options = options();
        PrintWriter progress = Printing.err(spec);
        CardSimulation simulation = listeners == null
                ? CardSimulation.read(from, progress::println)
                : CardSimulation.read(from, listeners, progress::println);
        CardReport report = simulation.run(options);
        if (picture != null) {
            write(picture, report.picture());
        }
        PrintWriter out = Printing.out(spec);
        if (json) {
            out.println(Printing.pretty(report.json()));
        } else {
            report.lines().forEach(out::println);
        }
        return 0;
    }

    private CardOptions options() {
        int segments = 0;
        int each = 0;
        if (population != null) {
            Matcher form = POPULATION.matcher(population);
            if (!form.matches() || form.group(1).matches("0+")) {
                throw new BadRequestException("'" + population
                        + "' is no population; allowed is SxN, segments times listeners of each, such as 20x1000");
            }
            segments = Integer.parseInt(form.group(1));
            each = Integer.parseInt(form.group(2));
        }
        Carousel carousel = new Carousel(slots, visible, Feedback.parse(feedback));
        return new CardOptions(carousel, segments, each, rounds, visits, policies, seeds, seed);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new BadRequestException("cannot write the picture " + file + ": " + e, e);
        }
    }
}
