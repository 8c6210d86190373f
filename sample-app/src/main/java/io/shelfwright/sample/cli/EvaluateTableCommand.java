package io.shelfwright.sample.cli;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.evaluation.EvaluationReport;
import io.shelfwright.learning.evaluation.Evaluator;
import io.shelfwright.learning.evaluation.ExampleFile;
import io.shelfwright.learning.evaluation.ExampleTable;
import io.shelfwright.learning.evaluation.ScoreMeaning;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "table",
        description = {
            "Measures the scores of a table: order, calibration and what lies beyond accuracy, overall and per slice, with"
                    + " paired intervals against baselines; see docs/evaluation.md.",
            "Columns: group, label, score; baseline or score_NAME of other models; weight, user, item, kind, popularity,"
                    + " age_days, attributes, examination. Every other column can be sliced by."
        },
        footer = {
            "",
            "Examples:",
            "  shelfwright evaluate table --file scored.csv --json",
            "  shelfwright evaluate table --file scored.csv.gz --slice market --slice market=SE*tier --at 5,10",
            "  shelfwright evaluate table --file scored.csv --intervals jackknife --without-positives zero"
        })
final class EvaluateTableCommand implements Callable<Integer> {
    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE",
            description = "The table, CSV or CSV.gz with a header, one row a scored item.")
    private Path file = Path.of("");

    @Option(
            names = "--scores",
            paramLabel = "M",
            description = "What scores are: probability, rank, or auto (probability where all are within 0..1).",
            defaultValue = "auto")
    private ScoreMeaning scores = ScoreMeaning.AUTO;

    @Option(
            names = "--catalog-size",
            paramLabel = "N",
            description = "Number of items there are, for coverage; by default those of the table.",
            defaultValue = "0")
    private int catalogSize;

    @Mixin
    private EvaluationOptions options = new EvaluationOptions();

    @Option(names = "--json", description = "Print the report as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        EvaluationReport report;
        try {
            ExampleTable table = ExampleFile.read(file, scores, catalogSize);
            report = Evaluator.evaluate(table, options.settings());
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
