package io.shelfwright.sample.simulate.cards;

import io.shelfwright.api.BadRequestException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The carousel problem of Bendada, Salha, Bontempelli (RecSys 2020) on their released vectors: cards in a row of slots, of which few are
 * visible at first, chosen by policies that learn once a round; see {@code docs/simulation.md}.
 */
public final class CardSimulation {
    private static final String CARDS = "playlist_features.csv";
    private static final String LISTENERS = "user_features_small.csv";

    private final double[][] cards;
    private final Listeners listeners;
    private final Consumer<String> progress;

    CardSimulation(double[][] cards, Listeners listeners, Consumer<String> progress) {
        this.cards = cards;
        this.listeners = listeners;
        this.progress = progress;
    }

    /**
     * Reads the vectors of a directory: {@value #CARDS} and {@value #LISTENERS}, each also gzipped.
     *
     * @param progress told what is being done, one line at a time, by several threads
     * @throws BadRequestException if a file is missing or damaged
     */
    public static CardSimulation read(Path directory, Consumer<String> progress) {
        return read(directory, found(directory, LISTENERS), progress);
    }

    /** Reads the cards of a directory and the listeners of a file. */
    public static CardSimulation read(Path directory, Path listeners, Consumer<String> progress) {
        return new CardSimulation(
                VectorFile.read(found(directory, CARDS), false).vectors(),
                Listeners.of(VectorFile.read(listeners, true)),
                progress);
    }

    private static Path found(Path directory, String name) {
        for (String candidate : List.of(name, name + ".gz")) {
            if (Files.isRegularFile(directory.resolve(candidate))) {
                return directory.resolve(candidate);
            }
        }
        throw new BadRequestException(directory + " holds neither " + name + " nor " + name
                + ".gz; name the directory with the released files of deezer/carousel_bandits");
    }

    /** Runs every policy in every seed; the same options give the same report on any number of threads. */
    public CardReport run(CardOptions options) {
        Listeners population = options.segments() == 0
                ? listeners
                : listeners.enlarged(cards, options.segments(), options.listeners(), options.seed());
        CardWorld world = new CardWorld(cards, population, options.carousel().slots());
        List<String> policies = options.policies();
        int runs = policies.size() * options.seeds();
        double[][] regrets = new double[runs][];
        PropensityHealth[] propensities = new PropensityHealth[runs];
        IntStream.range(0, runs).parallel().forEach(run -> {
            String name = policies.get(run % policies.size());
            long seed = options.seed() + run / policies.size();
            CardPolicy policy = CardPolicies.make(name, world, options.carousel());
            regrets[run] =
                    new CardRun(world, options.carousel(), seed).regret(policy, options.rounds(), options.visits());
            propensities[run] = policy.propensities();
            progress.accept(name + ", seed " + seed + ": done");
        });
        List<RegretCurve> curves = new ArrayList<>();
        for (int i = 0; i < policies.size(); i++) {
            double[][] bySeed = new double[options.seeds()][];
            PropensityHealth health = new PropensityHealth();
            for (int s = 0; s < bySeed.length; s++) {
                bySeed[s] = regrets[s * policies.size() + i];
                health.add(propensities[s * policies.size() + i]);
            }
            curves.add(new RegretCurve(policies.get(i), bySeed, health));
        }
        return new CardReport(options, world, curves);
    }
}
