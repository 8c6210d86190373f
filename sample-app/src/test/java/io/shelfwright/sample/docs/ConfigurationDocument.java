package io.shelfwright.sample.docs;

import io.shelfwright.engine.config.CallSettings;
import io.shelfwright.engine.config.CanarySettings;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.config.DeadlineSettings;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.config.ExplorationSettings;
import io.shelfwright.engine.config.InstanceSpec;
import io.shelfwright.engine.config.PackingSettings;
import io.shelfwright.engine.config.PageSettings;
import io.shelfwright.engine.config.PluginSettings;
import io.shelfwright.engine.config.RankingSettings;
import io.shelfwright.engine.config.ResilienceSettings;
import io.shelfwright.engine.config.ShelfSettings;
import io.shelfwright.engine.config.SnapshotSettings;
import io.shelfwright.engine.config.StorageSettings;
import io.shelfwright.engine.config.VectorSettings;
import io.shelfwright.engine.plugins.PluginKind;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.learning.DatasetSettings;
import io.shelfwright.learning.alerts.AlertRoute;
import io.shelfwright.learning.alerts.AlertSettings;
import io.shelfwright.learning.evaluation.EvaluationSettings;
import io.shelfwright.learning.gate.GoalSettings;
import io.shelfwright.learning.gate.HealthSettings;
import io.shelfwright.learning.gate.LimitSettings;
import io.shelfwright.learning.schedule.ScheduleSettings;
import io.shelfwright.learning.training.TrainingSettings;
import io.shelfwright.spi.HidingPolicy;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes {@code docs/configuration.md} from the settings records of the engine and of every plugin that is there. */
final class ConfigurationDocument {
    private static final String NO_LIST = "";

    /** Where instances of a kind are configured; a kind that is not here is not configured in the file. */
    private static final Map<PluginKind<?>, String> WRITTEN = Map.ofEntries(
            Map.entry(PluginKind.GENERATOR, "In `generators`, and named by the shelves they propose for."),
            Map.entry(PluginKind.FEATURE_SET, "In `features`."),
            Map.entry(PluginKind.RANKER, "In `ranking.ladder`, best first."),
            Map.entry(
                    PluginKind.TRAINER,
                    "In `learning.trainers`, and by `shelfwright learn --ranker NAME --set KEY=VALUE`. *Searched* are"
                            + " the settings that `--tune` tries."),
            Map.entry(
                    PluginKind.LABEL_POLICY,
                    "Named by `learning.dataset.labels`, with the settings in `learning.label-settings`; `shelfwright datasets"
                            + " make --labels NAME --label KEY=VALUE` goes before them."),
            Map.entry(
                    PluginKind.SAFETY_FILTER,
                    "In `rules.safety`, beside the engine's own, which are always on: market, explicit content, age and"
                            + " release date."),
            Map.entry(PluginKind.FILTER_RULE, "In `rules.filters`, applied in order."),
            Map.entry(PluginKind.SCORE_RULE, "In `rules.scores`, applied in order."),
            Map.entry(
                    PluginKind.PLACEMENT_RULE,
                    "In `rules.placements`, the most important first: where all cards of a slot are forbidden, rules"
                            + " are relaxed from the last to the first."),
            Map.entry(PluginKind.PAGE_PACKER, "In `packing.packer`."),
            Map.entry(PluginKind.EXAMINATION_MODEL, "In `packing.examination`."),
            Map.entry(PluginKind.EXPLORATION_POLICY, "In `exploration.policy`."),
            Map.entry(
                    PluginKind.VECTOR_INDEX,
                    "In `vectors.index`; `auto` takes the first that a plugin brings, `exact` none."),
            Map.entry(PluginKind.USER_STATE_STORE, "In `storage.users`."),
            Map.entry(
                    PluginKind.EXPERIENCE_SINK,
                    "In `storage.sinks`, beside the engine's own log, which is always on."));

    private final StringBuilder text = new StringBuilder();
    private final EngineConfig smallest = ConfigReader.readText(
            "generators = [any]\nshelves = [{ id = any, title = Any, generators = [any] }]", Path.of(""));

    private ConfigurationDocument() {}

    static String of(PluginRegistry registry) {
        return new ConfigurationDocument().write(registry);
    }

    private String write(PluginRegistry registry) {
        text.append("# Configuration\n\n")
                .append("Generated from the settings of the engine and of the plugins in this repository.\n\n")
                .append("A configuration is one [HOCON](https://github.com/lightbend/config/blob/main/HOCON.md) file,")
                .append(" usually `home.conf`. Every key has a\n"
                        + "default unless it says *required*; relative paths start")
                .append(" at the file's directory. All mistakes are reported at once,\neach with file, line, key, what")
                .append(" is allowed and the nearest known key: `./shelfwright check --config home.conf` does only")
                .append(" that.\n\n")
                .append("## Instances\n\n")
                .append("A plugin brings *factories*; the configuration makes named *instances* of them. An instance"
                        + " is")
                .append(" written as the factory's\nname, or as an object with `factory`, `name` (the factory's, if")
                .append(" left out) and the factory's settings:\n\n```hocon\ngenerators = [\n  shortcuts\n  { name =")
                .append(" popular, factory = heuristics, strategy = popular-now }\n]\n```\n\n")
                .append("Names are unique within a kind; shelves, models and metrics use them. A factory may be used"
                        + " for any")
                .append(" number of instances, each with\nsettings of its own. Every instance may also have:\n\n");
        table(CallSettings.class, NO_LIST);
        text.append("\n"
                        + "A setting marked *secret* is in no message, no log and not in the configuration's hash;"
                        + " give it from")
                .append(" outside the file, such as\n"
                        + "`token = ${ACME_TOKEN}`. One marked *was `old-key`* was renamed: the old")
                .append(" key still works, with a warning.\n\n## Sections\n");
        section("page", "The grid.", PageSettings.class, NO_LIST);
        section(
                "shelves",
                "A list of what may be on the page, at least one; the packer chooses and orders.",
                ShelfSettings.class,
                NO_LIST);
        list("generators", "A list of instances that propose candidates.", "empty");
        list(
                "features",
                "A list of feature sets, whose columns together are what rankers read.",
                names(smallest.features()));
        section(
                "ranking",
                "How candidates get their utility.",
                RankingSettings.class,
                row(
                        "ladder",
                        "list of instances",
                        names(smallest.ranking().ladder()),
                        "Rankers, best first: the first that can serve is used."));
        list(
                "rules.safety",
                "Safety filters beside the engine's own; closed: what they do not know is dropped.",
                names(smallest.rules().safety()));
        list(
                "rules.filters",
                "Filter rules, which drop candidates.",
                names(smallest.rules().filters()));
        list(
                "rules.scores",
                "Score rules, which change utilities.",
                names(smallest.rules().scores()));
        list(
                "rules.placements",
                "Placement rules, which look at the page so far.",
                names(smallest.rules().placements()));
        section(
                "packing",
                "How shelves get rows and cards get slots.",
                PackingSettings.class,
                row("packer", "instance", name(smallest.packing().packer()), "Page packer.")
                        + row(
                                "examination",
                                "instance",
                                name(smallest.packing().examination()),
                                "Examination model: how likely a slot is looked at."));
        section(
                "exploration",
                "Which slots are drawn at random.",
                ExplorationSettings.class,
                row("policy", "instance", name(smallest.exploration().policy()), "Exploration policy."));
        section(
                "vectors",
                "How the vectors of a snapshot are served; without vectors all of this has no effect.",
                VectorSettings.class,
                row(
                        "index",
                        "instance",
                        name(smallest.vectors().index()),
                        "Index of nearest neighbours: auto for the one on the class path, exact for none."));
        section(
                "feedback",
                "How long what a user hid or disliked stays away, on every surface; always on, and an item stays away"
                        + " until that is undone.",
                HidingPolicy.class,
                NO_LIST);
        section("deadlines", "How long plugins may take.", DeadlineSettings.class, NO_LIST);
        section(
                "resilience",
                "When an instance that fails is left out, and how much it may use up.",
                ResilienceSettings.class,
                NO_LIST);
        section(
                "storage",
                "Directories and sizes; they do not shape a page and are not part of the configuration's hash.",
                StorageSettings.class,
                row("users", "instance", name(smallest.storage().users()), "User state store.")
                        + row(
                                "sinks",
                                "list of instances",
                                names(smallest.storage().sinks()),
                                "Experience sinks beside the engine's own log."));
        section(
                "plugins",
                "Where plugins come from beside the class path ([plugins.md](plugins.md)); what they are is part of"
                        + " what pages carry, where they are is not part of the configuration's hash.",
                PluginSettings.class,
                NO_LIST);
        section(
                "snapshots",
                "How an engine takes new snapshots over, and how long old ones stay ([operations.md](operations.md));"
                        + " not part of the configuration's hash.",
                SnapshotSettings.class,
                NO_LIST);
        section(
                "canary",
                "How a candidate snapshot is tried on a share of the users ([operations.md](operations.md)); not part"
                        + " of the configuration's hash.",
                CanarySettings.class,
                NO_LIST);
        section(
                "learning.dataset",
                "What becomes a dataset ([learning.md](learning.md)). Nothing in `learning` shapes a page or is part"
                        + " of the configuration's hash.",
                DatasetSettings.class,
                NO_LIST);
        section(
                "learning.training",
                "What is learned from, and how much each row counts.",
                TrainingSettings.class,
                NO_LIST);
        section(
                "learning.schedule",
                "When `learn --schedule` learns by itself ([operations.md](operations.md)).",
                ScheduleSettings.class,
                NO_LIST);
        section(
                "learning.alerts",
                "Who is told of findings, and when ([data-validation.md](data-validation.md#alerts)); a list `routes` is"
                        + " below.",
                AlertSettings.class,
                NO_LIST);
        section(
                "learning.alerts.routes",
                "A list, such as `[{ check = \"COMPARATOR_*\", feature = \"user.*\", owner = listeners }]`: the first that fits"
                        + " gives the owner, and the first with a runbook the runbook.",
                AlertRoute.class,
                NO_LIST);
        text.append("\n"
                        + "### learning.label-settings\n\n"
                        + "Settings of the label policy ([below](#kind-label-policy)), such as")
                .append(" `learning.label-settings { early-skip = 0.1 }`; with `learning.dataset` they hold for\n"
                        + "everything that joins the log: `learn`, `evaluate`, `gate`, `whatif`, `datasets make`.\n\n"
                        + "### learning.trainers\n\n"
                        + "An object for each ranker's instance, with the settings of its trainer, such as")
                .append(" `learning.trainers { gbdt { trees = 200 } }`;\n"
                        + "`--set` on the command line goes before it.\n");
        shipping();
        text.append("\n## Factories\n");
        for (PluginKind<?> kind : PluginKind.ALL) {
            kind(kind, registry);
        }
        return text.toString();
    }

    /** Shipping criteria are a file of their own: who may ship is not decided by who configures a page. */
    private void shipping() {
        text.append("\n"
                        + "## Shipping criteria\n\n"
                        + "When a model may be published ([evaluation.md](evaluation.md)): `shipping.conf`")
                .append(" beside the configuration, or the default criteria,\n"
                        + "which `./shelfwright gate --show-criteria`")
                .append(" prints. A file says what differs; `limits` is taken as a whole.\n");
        section("goal", "What a candidate must win.", GoalSettings.class, NO_LIST);
        section("limits", "A list of guardrails, each with these keys.", LimitSettings.class, NO_LIST);
        section("health", "What the log must be like for a verdict to rest on it.", HealthSettings.class, NO_LIST);
        section("evaluation", "How it is measured.", EvaluationSettings.class, NO_LIST);
    }

    private void section(String name, String sentence, Class<? extends Record> settings, String instances) {
        text.append("\n### ").append(name).append("\n\n").append(sentence).append("\n\n");
        table(settings, instances);
    }

    private void list(String name, String sentence, String whenAbsent) {
        text.append("\n### ").append(name).append("\n\n").append(sentence);
        text.append(" If left out: ").append(whenAbsent).append(".\n");
    }

    private <T> void kind(PluginKind<T> kind, PluginRegistry registry) {
        Map<String, PluginFactory<T>> factories = registry.factories(kind);
        String where = WRITTEN.get(kind);
        if (where == null || factories.isEmpty()) {
            return;
        }
        text.append("\n### Kind: ")
                .append(kind.name())
                .append("\n\n")
                .append(where)
                .append('\n');
        factories.forEach((name, factory) -> {
            text.append("\n#### ").append(name).append(" (").append(kind.name()).append(")\n\n");
            text.append(factory.description()).append(" Plugin `");
            text.append(plugin(kind, name, registry)).append("`.\n");
            if (factory.settingsType().getRecordComponents().length > 0) {
                text.append('\n');
                table(factory.settingsType(), "");
            }
        });
    }

    private static <T> String plugin(PluginKind<T> kind, String name, PluginRegistry registry) {
        for (ShelfwrightPlugin plugin : registry.plugins()) {
            if (kind.list().apply(plugin).stream()
                    .anyMatch(factory -> factory.name().equals(name))) {
                return plugin.id();
            }
        }
        throw new IllegalStateException("no plugin brings the " + kind.name() + " " + name);
    }

    private void table(Class<? extends Record> settings, String instances) {
        text.append("| key | type | default | allowed | meaning |\n|---|---|---|---|---|\n")
                .append(instances);
        SettingRow.of(settings).forEach(text::append);
    }

    private static String row(String key, String type, String whenAbsent, String meaning) {
        return "| `" + key + "` | " + type + " | " + whenAbsent + " | | " + meaning + " |\n";
    }

    private static String name(InstanceSpec instance) {
        return "`" + instance.name() + "`";
    }

    private static String names(List<InstanceSpec> instances) {
        return instances.isEmpty()
                ? "empty"
                : "`["
                        + String.join(
                                ", ", instances.stream().map(InstanceSpec::name).toList()) + "]`";
    }
}
