package io.shelfwright.sample.cli;

import io.shelfwright.engine.ConfiguredPlugins;
import io.shelfwright.learning.LabelRules;
import io.shelfwright.learning.LearningConfig;
import io.shelfwright.learning.RunningTransform;
import io.shelfwright.learning.dataset.DatasetJob;
import io.shelfwright.learning.dataset.DatasetManifest;
import io.shelfwright.learning.dataset.DatasetSpec;
import io.shelfwright.learning.dataset.LocalExecutor;
import io.shelfwright.learning.dataset.ShardFormat;
import io.shelfwright.learning.dataset.StoredDataset;
import io.shelfwright.learning.report.Refusal;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "make",
        description = {
            "Joins the logged pages with what their users did, labels the cards, and keeps them as a dataset.",
            "Exit code 1 if no card is left to learn from."
        },
        footer = {
            "",
            "Examples:",
            "  shelfwright datasets make --data my-data",
            "  shelfwright datasets make --data my-data --attribution 12h --attribution save=7d --negatives 0.2",
            "  shelfwright datasets make --data my-data --engine beam --flink-master host:8081"
        })
final class MakeDatasetCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--attribution",
            paramLabel = "[T=]TIME",
            description = "How long after a page an interaction belongs to it, for all types or one, such as 24h or"
                    + " save=7d; may be repeated; goes before learning.dataset of home.conf.")
    private List<String> attribution = new ArrayList<>();

    @Option(
            names = "--labels",
            paramLabel = "P",
            description = "Label policy, the name of a plugin's factory, instead of learning.dataset.labels.",
            defaultValue = "")
    private String labels = "";

    @Option(
            names = "--label",
            paramLabel = "K=V",
            description = "Setting of the label policy, such as --label early-skip=0.1; may be repeated; goes before"
                    + " learning.label-settings.")
    private List<String> labelSettings = new ArrayList<>();

    @Option(
            names = "--negatives",
            paramLabel = "SHARE",
            description = "Share of the cards without any reaction that is kept; each then stands for 1/SHARE.",
            defaultValue = "1")
    private double negatives = 1;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of that draw.", defaultValue = "1")
    private long seed;

    @Option(
            names = "--shards",
            paramLabel = "N",
            description =
                    "Files of the dataset; a larger log needs more of them, as one is joined in memory at a time.",
            defaultValue = "16")
    private int shards = 16;

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Workspace workspace = data.open();
        PrintWriter progress = Objects.requireNonNull(spec, "picocli sets the spec")
                .commandLine()
                .getErr();
        try (ConfiguredPlugins plugins = workspace.plugins()) {
            DatasetSpec wanted = spec(workspace, plugins);
            // Whatever is wrong with the request is told before any work, whichever engine does it.
            var request = wanted.request(plugins.registry(), engine.threads(), progress::println);
            if (engine.beam()) {
                int code = BeamProcess.run("dataset", wanted::write, engine.flinkMaster(), progress);
                if (code != 0) {
                    return code;
                }
                String made = DatasetsCommand.store(workspace).latest().orElseThrow();
                print(DatasetsCommand.store(workspace).open(made, ShardFormat.discover()));
            } else {
                print(new DatasetJob(DatasetsCommand.store(workspace), ShardFormat.discover())
                        .run(request, new LocalExecutor()));
            }
            return 0;
        } catch (Refusal e) {
            progress.println("no dataset: " + e.getMessage());
            return 1;
        }
    }

    private DatasetSpec spec(Workspace workspace, ConfiguredPlugins plugins) {
        LabelRules rules =
                LabelRules.of(LearningConfig.of(workspace.config())).with(labels, labelSettings, attribution);
        return new DatasetSpec(
                workspace.data().experience().toAbsolutePath().toString(),
                workspace.data().datasets().toAbsolutePath().toString(),
                RunningTransform.of(
                                workspace.config(),
                                plugins.registry(),
                                workspace.snapshots().open())
                        .toText(),
                rules.labels(),
                rules.labelSettings(),
                rules.attribution(),
                negatives,
                seed,
                shards,
                workspace.now().toString());
    }

    private void print(StoredDataset dataset) {
        DatasetManifest manifest = dataset.manifest();
        PrintWriter out = Printing.out(spec);
        out.println("dataset " + dataset.version() + ": " + manifest.rows() + " rows of " + manifest.pages()
                + " pages and " + manifest.users() + " users, from " + manifest.firstPage() + " to "
                + manifest.lastPage());
        manifest.positives().forEach((objective, count) -> out.println("  positives of " + objective + ": " + count));
        manifest.counts().forEach((name, count) -> {
            if (!name.startsWith("positives/")) {
                out.println("  " + name + ": " + count);
            }
        });
    }
}
