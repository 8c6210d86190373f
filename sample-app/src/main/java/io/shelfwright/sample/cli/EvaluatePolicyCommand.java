package io.shelfwright.sample.cli;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.offpolicy.PolicyReport;
import io.shelfwright.learning.offpolicy.RoundsEvaluation;
import io.shelfwright.learning.offpolicy.RoundsFile;
import io.shelfwright.learning.offpolicy.SlatesEvaluation;
import io.shelfwright.learning.offpolicy.SlatesFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "policy",
        description = {
            "Estimates what another policy would have earned on logged rounds or slates; see docs/off-policy.md.",
            "The verdict says whether the weights are good enough to believe the estimates."
        })
final class EvaluatePolicyCommand implements Callable<Integer> {
    @Option(
            names = "--rounds",
            paramLabel = "FILE",
            description =
                    "Rounds of one action, CSV or CSV.gz: reward, pscore, pi_e, and q_factual, q_expected of a model.")
    private @Nullable Path rounds;

    @Option(
            names = "--slates",
            paramLabel = "FILE",
            description =
                    "Slates, CSV or CSV.gz, one row a slot; companions X_qhat and X_logits of X are found beside it.")
    private @Nullable Path slates;

    @Option(names = "--qhat", paramLabel = "FILE", description = "Model of the slates, instead of the one found.")
    private @Nullable Path qhat;

    @Option(names = "--logits", paramLabel = "FILE", description = "Logits of the slates, instead of those found.")
    private @Nullable Path logits;

    @Option(names = "--no-logits", description = "Leave the pseudoinverse out, where there are too many rankings.")
    private boolean withoutLogits;

    @Option(names = "--json", description = "Print the report as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PolicyReport report = report();
        PrintWriter out = Printing.out(spec);
        if (json) {
            out.println(Printing.pretty(report.json()));
            PrintWriter notes = Objects.requireNonNull(spec, "picocli sets the spec")
                    .commandLine()
                    .getErr();
            report.notes().forEach(note -> notes.println("note: " + note));
        } else {
            report.lines().forEach(out::println);
        }
        return 0;
    }

    private PolicyReport report() {
        if (slates == null && (qhat != null || logits != null || withoutLogits)) {
            throw new BadRequestException("--qhat, --logits and --no-logits belong to --slates, which is missing");
        }
        if (logits != null && withoutLogits) {
            throw new BadRequestException("--logits and --no-logits exclude each other");
        }
        if (rounds == null && slates == null) {
            throw new BadRequestException("there is nothing to evaluate: give --rounds FILE or --slates FILE");
        }
        if (slates == null) {
            return RoundsEvaluation.of(RoundsFile.read(Objects.requireNonNull(rounds)));
        }
        PolicyReport ofSlates = slates(slates);
        return rounds == null
                ? ofSlates
                : RoundsEvaluation.of(RoundsFile.read(rounds)).and(ofSlates);
    }

    private PolicyReport slates(Path file) {
        Optional<Path> model = qhat != null ? Optional.of(qhat) : SlatesFile.companion(file, "_qhat");
        Optional<Path> policies = logits != null ? Optional.of(logits) : SlatesFile.companion(file, "_logits");
        return SlatesEvaluation.of(SlatesFile.read(file, model, withoutLogits ? Optional.empty() : policies));
    }
}
