package io.shelfwright.sample.cli;

import io.shelfwright.sample.simulate.Retraining;
import io.shelfwright.sample.simulate.RetrainingReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "retraining",
        description = {
            "Lives some simulated weeks: serve, log, learn again, and compare with the first model left as it was.",
            "Each ranker begins without a model, in a directory of its own below simulation/; nothing else of the data"
                    + " directory changes. shipping.conf says what is published."
        },
        footer = {
            "",
            "Example:",
            "  shelfwright simulate retraining --data my-data --weeks 5 --pages 1000 --picture curve.svg"
        })
final class SimulateRetrainingCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--ranker",
            split = ",",
            paramLabel = "R",
            description = "Rankers to retrain; default: ${DEFAULT-VALUE}.",
            defaultValue = "logistic,gbdt,neural")
    private List<String> rankers = List.of();

    @Option(
            names = "--weeks",
            paramLabel = "N",
            description = "Weeks after the first, in which there is no model yet; default: ${DEFAULT-VALUE}.",
            defaultValue = "5")
    private int weeks;

    @Option(
            names = "--pages",
            paramLabel = "N",
            description = "Pages to serve and log a week; default: ${DEFAULT-VALUE}.",
            defaultValue = "1000")
    private int pages;

    @Option(
            names = "--evaluate",
            paramLabel = "M",
            description = "Listeners to evaluate on at the end of each week, at most; default: ${DEFAULT-VALUE}.",
            defaultValue = "1000")
    private int evaluated;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of every draw.", defaultValue = "1")
    private long seed;

    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions();

    @Option(names = "--picture", paramLabel = "FILE", description = "Draw the curves into this file, as SVG.")
    private @Nullable Path picture;

    @Option(names = "--json", description = "Print the report as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Workspace workspace = data.open();
        RetrainingReport report = new Retraining(workspace.data(), workspace.now(), Printing.err(spec)::println)
                .run(rankers, weeks, pages, evaluated, seed, scenario.scenario());
        if (picture != null) {
            draw(report, picture);
        }
        PrintWriter out = Printing.out(spec);
        if (json) {
            out.println(Printing.pretty(report.json()));
        } else {
            report.lines().forEach(out::println);
        }
        return 0;
    }

    private static void draw(RetrainingReport report, Path file) {
        try {
            Files.writeString(file, report.picture());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the picture to " + file, e);
        }
    }
}
