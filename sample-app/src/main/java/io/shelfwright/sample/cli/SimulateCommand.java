package io.shelfwright.sample.cli;

import io.shelfwright.sample.simulate.Simulation;
import io.shelfwright.sample.simulate.SimulationReport;
import java.io.PrintWriter;
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
            "What listeners want is decided by plays that are held out of the engine's view; see docs/simulation.md."
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
        SimulationReport report =
                new Simulation(workspace.data(), workspace.now(), progress::println).run(pages, evaluated, seed);
        PrintWriter out = Printing.out(spec);
        if (json) {
            out.println(Printing.pretty(report.json()));
        } else {
            report.lines().forEach(out::println);
        }
        return 0;
    }
}
