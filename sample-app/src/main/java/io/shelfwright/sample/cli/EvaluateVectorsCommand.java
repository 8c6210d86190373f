package io.shelfwright.sample.cli;

import io.shelfwright.vectors.evaluation.Split;
import io.shelfwright.vectors.evaluation.VectorsEvaluation;
import io.shelfwright.vectors.evaluation.VectorsReport;
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
        name = "vectors",
        description = {
            "Trains on one file of users and items and prints Recall and nDCG at 10 and 20 on another.",
            "A line is a user, then the items, separated by blanks; plain or gzipped. All items are ranked but those that the"
                    + " user has in the training file. See docs/vectors.md.",
            "By default the algorithm and its settings are chosen on a slice of the training file alone."
        },
        footer = {
            "",
            "Examples:",
            "  shelfwright evaluate vectors --train train.txt.gz --test test.txt.gz --json",
            "  shelfwright evaluate vectors --train train.txt --test test.txt --algorithm ials --set dimension=64",
            "  shelfwright evaluate vectors --train train.txt --test test.txt --algorithm ease --tune"
        })
final class EvaluateVectorsCommand implements Callable<Integer> {
    @Option(names = "--train", required = true, paramLabel = "FILE", description = "What to learn from.")
    private Path train = Path.of("");

    @Option(names = "--test", required = true, paramLabel = "FILE", description = "What to find again.")
    private Path test = Path.of("");

    @Option(
            names = "--algorithm",
            paramLabel = "A",
            description = "auto, ials, ease, item-knn or popularity.",
            defaultValue = VectorsEvaluation.AUTO)
    private String algorithm = VectorsEvaluation.AUTO;

    @Mixin
    private TrainingOptions training = new TrainingOptions();

    @Option(names = "--json", description = "Print the report as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter progress = Objects.requireNonNull(spec, "picocli sets the spec")
                .commandLine()
                .getErr();
        VectorsReport report = VectorsEvaluation.of(
                Split.read(train, test),
                algorithm,
                training.settings(),
                training.tune(),
                training.trials(),
                training.setup(progress));
        PrintWriter out = Printing.out(spec);
        if (json) {
            out.println(Printing.pretty(report.json()));
        } else {
            report.lines().forEach(out::println);
        }
        return 0;
    }
}
