package io.shelfwright.sample.cli;

import io.shelfwright.sample.simulate.Fault;
import io.shelfwright.sample.simulate.Scenario;
import io.shelfwright.sample.simulate.Simulation;
import io.shelfwright.sample.simulate.SimulationReport;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "simulate",
        description = {
            "Serves pages to simulated listeners, logs what they do for 'learn', and compares the rankers.",
            "What listeners want is decided by plays that are held out of the engine's view; see docs/simulation.md. Examples:",
            "  shelfwright simulate --data DIR --pages 4000 --evaluate 0",
            "  shelfwright simulate --data DIR --pages 2000 --days 14 --drift 0.1 --fault nulls@7"
        })
final class SimulateCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--pages",
            required = true,
            paramLabel = "N",
            description = "Pages to serve and log, to four fifths of the listeners; 0 to evaluate only.")
    private int pages;

    @Option(
            names = "--evaluate",
            paramLabel = "M",
            description = "Pages to evaluate each ranker on, for the other fifth; one a listener, at most 1000, if left"
                    + " out, and 0 for none.")
    private int evaluated = Simulation.EACH_LISTENER;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Seed of what is held out and of every draw.",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--days",
            paramLabel = "D",
            description = "Spread the pages over this many days; one page every 90 seconds if left out.",
            defaultValue = "0")
    private int days;

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

    @Option(names = "--json", description = "Print the report as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Workspace workspace = data.open();
        PrintWriter progress = Objects.requireNonNull(spec, "picocli sets the spec")
                .commandLine()
                .getErr();
        SimulationReport report = new Simulation(workspace.data(), workspace.now(), progress::println)
                .run(pages, evaluated, seed, scenario(), days);
        PrintWriter out = Printing.out(spec);
        if (json) {
            out.println(Printing.pretty(report.json()));
        } else {
            report.lines().forEach(out::println);
        }
        return 0;
    }

    private Scenario scenario() {
        return new Scenario(
                drift,
                seasons,
                markets,
                newItems,
                Arrays.stream(faults).map(Fault::parse).toList());
    }
}
