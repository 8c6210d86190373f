package io.shelfwright.sample.cli;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.evaluation.EvaluationReport;
import io.shelfwright.learning.evaluation.EvaluationSettings;
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
        name = "model",
        description = {
            "Measures a published model on logged, labelled pages, against the model before it (or what was served), the"
                    + " heuristics and popularity; see docs/evaluation.md.",
            "Only listeners count whom the model did not learn from. Slices: market, device, tier, kind, explored, listener."
        },
        footer = {
            "",
            "Examples:",
            "  shelfwright evaluate model --data my-data --ranker gbdt",
            "  shelfwright evaluate model --data my-data --ranker logistic --slice market --slice 'kind*device' --json",
            "  shelfwright evaluate model --data my-data --candidate 000007 --against 000004"
        })
final class EvaluateModelCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Mixin
    private EvaluationOptions options = new EvaluationOptions();

    @Option(names = "--json", description = "Print the report as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        EvaluationSettings settings = options.settings();
        PrintWriter progress = Objects.requireNonNull(spec, "picocli sets the spec")
                .commandLine()
                .getErr();
        EvaluationReport report;
        try {
            report = models.evaluate(data.open(), table -> settings, progress).report();
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(String.valueOf(e.getMessage()), e);
        }
        PrintWriter out = Printing.out(spec);
        if (json) {
            out.println(Printing.pretty(report.json()));
        } else {
            report.lines().forEach(out::println);
        }
        return 0;
    }
}
