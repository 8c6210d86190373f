package io.shelfwright.sample.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.engine.ConfiguredPlugins;
import io.shelfwright.learning.AblationReport;
import io.shelfwright.learning.FeatureAblation;
import io.shelfwright.learning.LearningRequest;
import io.shelfwright.learning.evaluation.EvaluationSettings;
import io.shelfwright.learning.offpolicy.Estimate;
import io.shelfwright.sample.cli.GeneratorAblation.Worth;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "ablation",
        description = {
            "Says what is lost without a group of features, or without a generator; see docs/evaluation.md.",
            "By features: the ranker is trained anew without each group, and measured on listeners it did not learn from.",
            "By generators: pages are built anew without each, and their predicted utility is compared."
        },
        footer = {
            "",
            "Examples:",
            "  shelfwright evaluate ablation --data my-data --ranker logistic",
            "  shelfwright evaluate ablation --data my-data --ranker gbdt --features popularity,user_item --json",
            "  shelfwright evaluate ablation --data my-data --generators all --pages 200"
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
            names = "--pages",
            paramLabel = "N",
            description = "Users whose pages are built for generators, by default ${DEFAULT-VALUE}.",
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
        if (!features.isEmpty() && !generators.isEmpty()) {
            throw new BadRequestException(
                    "--features and --generators exclude each other; run them one after the other");
        }
        if (pages < 2) {
            throw new BadRequestException("--pages is " + pages + ", allowed is 2 or more");
        }
        Workspace workspace = data.open();
        PrintWriter progress = Objects.requireNonNull(spec, "picocli sets the spec")
                .commandLine()
                .getErr();
        PrintWriter out = Printing.out(spec);
        if (generators.isEmpty()) {
            AblationReport report = features(workspace, progress);
            if (json) {
                out.println(Printing.pretty(report.json()));
            } else {
                report.lines().forEach(out::println);
            }
        } else {
            GeneratorAblation ablation = new GeneratorAblation(workspace, pages, progress::println);
            print(out, ablation.pages(), ablation.run(generators.contains(ALL) ? List.of() : generators));
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

    private void print(PrintWriter out, int users, Map<String, Worth> worth) {
        ObjectNode root = Printing.JSON.createObjectNode().put("pages", users);
        ObjectNode all = root.putObject("generators");
        if (!json) {
            out.println("predicted utility of " + users + " pages without each generator, 95 % intervals over users");
        }
        worth.forEach((name, found) -> {
            Estimate change = found.change();
            ObjectNode one = all.putObject(name);
            one.put("utility", found.utility()).put("change", change.value()).put("se", change.se());
            one.putArray("ci95").add(change.low()).add(change.high());
            if (!json) {
                out.printf(
                        Locale.ROOT,
                        "  without %-20s %.4f %+.4f [%+.4f, %+.4f]%n",
                        name,
                        found.utility(),
                        change.value(),
                        change.low(),
                        change.high());
            }
        });
        if (json) {
            out.println(Printing.pretty(root));
        }
    }
}
