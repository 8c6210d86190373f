package io.shelfwright.sample.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.engine.ConfiguredPlugins;
import io.shelfwright.learning.AblationReport;
import io.shelfwright.learning.FeatureAblation;
import io.shelfwright.learning.LearningRequest;
import io.shelfwright.learning.evaluation.EvaluationSettings;
import io.shelfwright.learning.offpolicy.Estimate;
import io.shelfwright.sample.cli.PageAblation.Part;
import io.shelfwright.sample.cli.PageAblation.Worth;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "ablation",
        description = {
            "Says what is lost without a group of features, a generator or a rule; see docs/evaluation.md.",
            "By features: the ranker is trained anew without each group, and measured on listeners it did not learn from.",
            "By generators or rules: pages are built anew without each, and what is predicted of them is compared."
        },
        footer = {
            "",
            "Examples:",
            "  shelfwright evaluate ablation --data my-data --ranker logistic",
            "  shelfwright evaluate ablation --data my-data --ranker gbdt --features popularity,user_item --json",
            "  shelfwright evaluate ablation --data my-data --generators all --pages 200",
            "  shelfwright evaluate ablation --data my-data --rules mmr,fatigue --json"
        })
final class EvaluateAblationCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--ranker",
            paramLabel = "R",
            description = "Ranker that is trained anew, by default ${DEFAULT-VALUE}.",
            defaultValue = "logistic")
    private String ranker = "logistic";

    @Option(
            names = "--features",
            paramLabel = "G",
            split = ",",
            description =
                    "Groups (what stands before the dot) or features to leave out one by one, by default all groups.")
    private List<String> features = List.of();

    @Option(
            names = "--generators",
            paramLabel = "G",
            split = ",",
            description = "Generators to leave out one by one instead, or all.")
    private List<String> generators = List.of();

    @Option(
            names = "--rules",
            paramLabel = "R",
            split = ",",
            description = "Filter, score or placement rules to leave out one by one instead, or all.")
    private List<String> rules = List.of();

    @Option(
            names = "--pages",
            paramLabel = "N",
            description = "Users whose pages are built for generators or rules, by default ${DEFAULT-VALUE}.",
            defaultValue = "100")
    private int pages = 100;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the trainer.", defaultValue = "1")
    private long seed = 1;

    @Option(names = "--json", description = "Print the report as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (Stream.of(features, generators, rules)
                        .filter(list -> !list.isEmpty())
                        .count()
                > 1) {
            throw new BadRequestException(
                    "--features, --generators and --rules exclude each other; run them one after the other");
        }
        if (pages < 2) {
            throw new BadRequestException("--pages is " + pages + ", allowed is 2 or more");
        }
        Workspace workspace = data.open();
        PrintWriter progress = Objects.requireNonNull(spec, "picocli sets the spec")
                .commandLine()
                .getErr();
        PrintWriter out = Printing.out(spec);
        if (generators.isEmpty() && rules.isEmpty()) {
            AblationReport report = features(workspace, progress);
            if (json) {
                out.println(Printing.pretty(report.json()));
            } else {
                report.lines().forEach(out::println);
            }
        } else {
            Part part = rules.isEmpty() ? Part.GENERATOR : Part.RULE;
            List<String> wanted = rules.isEmpty() ? generators : rules;
            PageAblation ablation = new PageAblation(workspace, part, pages, progress::println);
            print(out, part, ablation.pages(), ablation.run(wanted.contains(ALL) ? List.of() : wanted));
        }
        return 0;
    }

    private AblationReport features(Workspace workspace, PrintWriter progress) {
        LearningRequest request = LearningRequest.of(
                        workspace.config(),
                        workspace.snapshots(),
                        workspace.data().experience(),
                        ranker)
                .seed(seed)
                .progress(progress::println);
        try (ConfiguredPlugins plugins = workspace.plugins()) {
            return new FeatureAblation(plugins.registry())
                    .run(request, features, EvaluationSettings.DEFAULTS.draws(400, seed));
        }
    }

    private void print(PrintWriter out, Part part, int users, Map<String, Worth> worth) {
        String value = part == Part.GENERATOR ? "utility" : "score";
        ObjectNode root = Printing.JSON.createObjectNode().put("pages", users);
        ObjectNode all = root.putObject(part.word() + "s");
        if (!json) {
            out.println("predicted " + value + " of " + users + " pages without each " + part.word()
                    + ", 95 % intervals over users; share of the cards that are replaced");
        }
        worth.forEach((name, found) -> {
            Estimate change = found.change();
            ObjectNode one = all.putObject(name);
            one.put(value, found.value()).put("change", change.value()).put("se", change.se());
            one.putArray("ci95").add(change.low()).add(change.high());
            one.put("replaced", found.replaced().value());
            if (!json) {
                out.printf(
                        Locale.ROOT,
                        "  without %-20s %.4f %+.4f [%+.4f, %+.4f] %5.1f %%%n",
                        name,
                        found.value(),
                        change.value(),
                        change.low(),
                        change.high(),
                        100 * found.replaced().value());
            }
        });
        if (json) {
            out.println(Printing.pretty(root));
        }
    }
}
