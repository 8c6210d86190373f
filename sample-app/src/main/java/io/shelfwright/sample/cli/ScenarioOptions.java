package io.shelfwright.sample.cli;

import io.shelfwright.sample.simulate.Fault;
import io.shelfwright.sample.simulate.Scenario;
import java.util.Arrays;
import picocli.CommandLine.Option;

/** How a simulated world changes, and what goes wrong in it. */
final class ScenarioOptions {
    @Option(
            names = "--drift",
            paramLabel = "X",
            description = "Share of every listener's taste that is replaced by another's each week, 0 to 1.",
            defaultValue = "0")
    private double drift;

    @Option(
            names = "--seasons",
            paramLabel = "X",
            description = "How much the appeal of a genre rises and falls over four weeks, 0 to 1.",
            defaultValue = "0")
    private double seasons;

    @Option(
            names = "--markets",
            paramLabel = "X",
            description = "How much the appeal of a genre differs between markets, 0 to 1.",
            defaultValue = "0")
    private double markets;

    @Option(
            names = "--new-items",
            paramLabel = "X",
            description = "Share of the items that appear only in the course of five weeks, 0 to below 1.",
            defaultValue = "0")
    private double newItems;

    @Option(
            names = "--fault",
            paramLabel = "NAME[@DAY]",
            description = "Plant a mistake, from a day on: transform, silent-transform, slice, lag, nulls, logging or"
                    + " worse-model; may be repeated.")
    private String[] faults = {};

    /** Returns the scenario; the options are those of one command line. */
    Scenario scenario() {
        return new Scenario(
                drift,
                seasons,
                markets,
                newItems,
                Arrays.stream(faults).map(Fault::parse).toList());
    }
}
