package io.shelfwright.sample.cli;

import io.shelfwright.sample.simulate.ExplorationReport;
import io.shelfwright.sample.simulate.Explorations;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "policies",
        description = {
            "Compares exploration policies over some simulated weeks by their regret: what the oracle's pages for the same"
                    + " requests would have been worth more.",
            "Each policy begins without a model, in a directory of its own below simulation/; nothing else of the data"
                    + " directory changes. none is greedy: it explores nothing."
        },
        footer = {
            "",
            "Examples:",
            "  shelfwright simulate policies --data my-data --weeks 3 --pages 500",
            "  shelfwright simulate policies --data my-data --policies none,thompson --new-items 0.3 --json"
        })
final class SimulatePoliciesCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--policies",
            split = ",",
            paramLabel = "P",
            description = "Exploration policies to compare; default: ${DEFAULT-VALUE}.",
            defaultValue = "none,epsilon-greedy,plackett-luce,thompson")
    private List<String> policies = List.of();

    @Option(
            names = "--ranker",
            paramLabel = "R",
            description = "Ranker that is learned again every week; default: ${DEFAULT-VALUE}.",
            defaultValue = "logistic")
    private String ranker = "logistic";

    @Option(
            names = "--weeks",
            paramLabel = "N",
            description = "Weeks after the first, in which there is no model yet; default: ${DEFAULT-VALUE}.",
            defaultValue = "3")
    private int weeks;

    @Option(
            names = "--pages",
            paramLabel = "N",
            description = "Pages to serve and log a week; default: ${DEFAULT-VALUE}.",
            defaultValue = "500")
    private int pages;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of every draw.", defaultValue = "1")
    private long seed;

    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions();

    @Option(names = "--json", description = "Print the report as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Workspace workspace = data.open();
        ExplorationReport report = new Explorations(workspace.data(), workspace.now(), Printing.err(spec)::println)
                .run(policies, ranker, weeks, pages, seed, scenario.scenario());
        PrintWriter out = Printing.out(spec);
        if (json) {
            out.println(Printing.pretty(report.json()));
        } else {
            report.lines().forEach(out::println);
        }
        return 0;
    }
}
