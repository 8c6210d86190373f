package io.shelfwright.sample.cli;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.sample.simulate.Simulation;
import io.shelfwright.sample.simulate.SimulationReport;
import java.io.PrintWriter;
import java.nio.file.Path;
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
            "  shelfwright simulate --data DIR --pages 2000 --days 14 --drift 0.1 --fault nulls@7",
            "  shelfwright simulate retraining --data DIR --weeks 5 --pages 1000",
            "  shelfwright simulate cards --from DIR"
        },
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = {SimulateRetrainingCommand.class, SimulatePoliciesCommand.class, SimulateCardsCommand.class})
final class SimulateCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory: sources, users, snapshots and the experience log. Required.")
    private @Nullable Path data;

    @Option(
            names = "--pages",
            paramLabel = "N",
            description = "Pages to serve and log, to four fifths of the listeners; 0 to evaluate only. Required.")
    private @Nullable Integer pages;

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

    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions();

    @Option(names = "--json", description = "Print the report as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (data == null || pages == null) {
            throw new BadRequestException((data == null ? "--data" : "--pages")
                    + " is missing, as in 'simulate --data DIR --pages 4000'; see simulate --help");
        }
        Workspace workspace = Workspace.open(data);
        PrintWriter progress = Objects.requireNonNull(spec, "picocli sets the spec")
                .commandLine()
                .getErr();
        SimulationReport report = new Simulation(workspace.data(), workspace.now(), progress::println)
                .run(pages, evaluated, seed, scenario.scenario(), days);
        PrintWriter out = Printing.out(spec);
        if (json) {
            out.println(Printing.pretty(report.json()));
        } else {
            report.lines().forEach(out::println);
        }
        return 0;
    }
}
