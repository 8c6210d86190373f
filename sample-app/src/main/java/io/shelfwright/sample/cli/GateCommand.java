package io.shelfwright.sample.cli;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.evaluation.Evaluator;
import io.shelfwright.learning.evaluation.ExampleFile;
import io.shelfwright.learning.evaluation.ExampleTable;
import io.shelfwright.learning.evaluation.ScoreMeaning;
import io.shelfwright.learning.gate.CriteriaFile;
import io.shelfwright.learning.gate.Evidence;
import io.shelfwright.learning.gate.Gate;
import io.shelfwright.learning.gate.GateDecision;
import io.shelfwright.learning.gate.OffPolicyEvidence;
import io.shelfwright.learning.gate.ShippingCriteria;
import io.shelfwright.learning.offpolicy.RoundsFile;
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
        name = "gate",
        description = {
            "Judges a model by the shipping criteria: blessed, refused or inconclusive, with the reasons; see"
                    + " docs/evaluation.md.",
            "Exit code 0 if it is blessed, 1 if it is refused or inconclusive; nothing is published.",
            "The criteria are those of shipping.conf in the data directory, or the default ones."
        },
        footer = {
            "",
            "Examples:",
            "  shelfwright gate --show-criteria",
            "  shelfwright gate --data my-data --ranker gbdt --candidate 000007 --json",
            "  shelfwright gate --data my-data --ranker gbdt --off-policy rounds.csv.gz",
            "  shelfwright gate --file scored.csv --criteria shipping.conf"
        })
final class GateCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "Data directory whose model is judged.")
    private @Nullable Path directory;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description =
                    "Judge a scored table instead, as 'evaluate table' reads it; its baseline column is the live model.")
    private @Nullable Path file;

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Option(names = "--criteria", paramLabel = "FILE", description = "Shipping criteria, instead of those found.")
    private @Nullable Path criteriaFile;

    @Option(
            names = "--off-policy",
            paramLabel = "FILE",
            description = "Logged rounds weighted for the candidate, as 'evaluate policy --rounds' reads them.")
    private @Nullable Path rounds;

    @Option(
            names = "--first-model",
            description = "Judge as a first model, which has none before it (for --file; --data finds out itself).")
    private boolean firstModel;

    @Option(names = "--show-criteria", description = "Print the criteria with their defaults, and judge nothing.")
    private boolean show;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        ShippingCriteria criteria = criteria();
        PrintWriter out = Printing.out(spec);
        if (show) {
            out.print(json ? criteria.json() + "\n" : criteria.text());
            out.flush();
            return 0;
        }
        Gate gate = new Gate(criteria);
        Evidence evidence;
        try {
            evidence = evidence(gate, criteria);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(String.valueOf(e.getMessage()), e);
        }
        if (rounds != null) {
            evidence = evidence.offPolicy(OffPolicyEvidence.of(RoundsFile.read(rounds)));
        }
        GateDecision decision = gate.judge(evidence);
        if (json) {
            out.println(Printing.pretty(
                    decision.json().set("evaluation", evidence.report().json())));
        } else {
            decision.lines().forEach(out::println);
        }
        return decision.blessed() ? 0 : 1;
    }

    private ShippingCriteria criteria() {
        if (criteriaFile != null) {
            return CriteriaFile.read(criteriaFile);
        }
        return directory == null
                ? CriteriaFile.defaults()
                : CriteriaFile.of(ModelOptions.directory(Workspace.open(directory)));
    }

    private Evidence evidence(Gate gate, ShippingCriteria criteria) {
        if ((directory == null) == (file == null)) {
            throw new BadRequestException("give either --data DIR or --file FILE to judge, or --show-criteria");
        }
        if (file == null) {
            return models.evaluate(
                    Workspace.open(Objects.requireNonNull(directory)),
                    gate::settings,
                    Objects.requireNonNull(spec, "picocli sets the spec")
                            .commandLine()
                            .getErr(),
                    criteria.health());
        }
        ExampleTable table = ExampleFile.read(file, ScoreMeaning.AUTO, 0).renamed("baseline", "live");
        return Evidence.of(Evaluator.evaluate(table, gate.settings(table))).firstModel(firstModel);
    }
}
