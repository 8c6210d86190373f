package io.shelfwright.sample.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.Explanation;
import io.shelfwright.api.Explanation.Candidacy;
import io.shelfwright.api.Explanation.ProposalSummary;
import io.shelfwright.api.Explanation.Term;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        description = "Builds a user's home page and says of any item why it is there, or why it is not.")
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private PageOptions options = new PageOptions();

    @Option(names = "--item", required = true, paramLabel = "I", description = "Item id.")
    private String item = "";

    @Option(names = "--json", description = "Print the explanation as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Printing.out(spec);
        Workspace workspace = data.open();
        try (HomeEngine engine = workspace.engine()) {
            HomePage page = engine.home(options.request(workspace));
            Explanation explanation = engine.explain(page, item);
            if (json) {
                out.println(Printing.pretty(json(explanation)));
            } else {
                print(out, explanation);
            }
        }
        return 0;
    }

    private static JsonNode json(Explanation explanation) {
        JsonNode node = Printing.JSON.valueToTree(explanation);
        // JSON has no NaN: a candidate that was never scored has no utility.
        for (JsonNode candidacy : node.path("candidacies")) {
            if (candidacy instanceof ObjectNode fields
                    && Double.isNaN(fields.path("utility").asDouble(Double.NaN))) {
                fields.putNull("utility");
            }
        }
        return node;
    }

    private static void print(PrintWriter out, Explanation explanation) {
        out.println(explanation.outcome() + ": " + explanation.summary());
        for (Candidacy candidacy : explanation.candidacies()) {
            out.printf(
                    Locale.ROOT,
                    "%nshelf '%s': %s, %s%n",
                    candidacy.shelfId(),
                    candidacy.outcome(),
                    candidacy.detail());
            for (ProposalSummary proposal : candidacy.proposals()) {
                out.printf(
                        Locale.ROOT,
                        "  proposed by %s (%.4f): %s%n",
                        proposal.generator(),
                        proposal.recallScore(),
                        proposal.reason().text());
            }
            for (Term term : candidacy.terms()) {
                out.printf(
                        Locale.ROOT,
                        "  %-12s %-34s %+9.4f  %s%n",
                        term.stage(),
                        term.name(),
                        term.value(),
                        term.note());
            }
            if (!Double.isNaN(candidacy.utility())) {
                out.printf(Locale.ROOT, "  %-12s %-34s %9.4f%n", "utility", "", candidacy.utility());
            }
        }
    }
}
