package io.shelfwright.sample.cli;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.PageRecord;
import io.shelfwright.engine.ConfiguredPlugins;
import io.shelfwright.engine.PageOddsReader;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.learning.LabelRules;
import io.shelfwright.learning.LearningConfig;
import io.shelfwright.learning.whatif.Reward;
import io.shelfwright.learning.whatif.Unit;
import io.shelfwright.learning.whatif.WhatIf;
import io.shelfwright.learning.whatif.WhatIfReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "whatif",
        description = {
            "Estimates from logged, explored pages what a changed configuration, rule or model would have earned.",
            "Gives no verdict where the log cannot tell, and says why; see docs/off-policy.md. Examples:",
            "  shelfwright whatif --data DIR --config new.conf",
            "  shelfwright whatif --data DIR --set exploration.slots=0 --reward stream --json",
            "  shelfwright whatif --data DIR --snapshot current"
        })
final class WhatIfCommand implements Callable<Integer> {
    private static final String CURRENT = "current";

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--config",
            paramLabel = "NEW",
            description = "Changed configuration, read as if it lay in the data directory; home.conf if left out.")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "K=V",
            description = "One changed value, such as --set exploration.slots=0; may be repeated.")
    private String[] settings = {};

    @Option(
            names = "--snapshot",
            paramLabel = "V",
            description =
                    "Snapshot whose models the changed pages use: a version or 'current'; that of each page if left"
                            + " out.")
    private String snapshot = "";

    @Option(
            names = "--reward",
            paramLabel = "R",
            description =
                    "What a card earns: utility (with the weights of ranking.objectives), or an objective of the label"
                            + " policy: stream, save, hide.",
            defaultValue = Reward.UTILITY)
    private String reward = Reward.UTILITY;

    @Option(
            names = "--unit",
            paramLabel = "U",
            description = "What intervals take as independent: user or request.",
            defaultValue = "user")
    private String unit = "user";

    @Option(
            names = "--same-place",
            description =
                    "Count a shelf that moves to another row as never shown there, instead of carrying its rewards"
                            + " over by how much each row is seen.")
    private boolean samePlace;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Draws of the cards before a slot that the changed probabilities are averaged over.",
            defaultValue = "2")
    private int seeds;

    @Option(names = "--last", paramLabel = "N", description = "Only the last N logged pages.", defaultValue = "100000")
    private int last;

    @Option(names = "--json", description = "Print the report as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (last < 1 || seeds < 1) {
            throw new BadRequestException(
                    "--last is " + last + " and --seeds " + seeds + "; allowed are numbers from 1");
        }
        Workspace workspace = data.open();
        LabelRules labels = LabelRules.of(LearningConfig.of(workspace.config()));
        WhatIfReport report;
        try (ConfiguredPlugins plugins = workspace.plugins()) {
            Reward earned = Reward.of(
                    reward, workspace.config().ranking().settings().objectives(), labels.policy(plugins.registry()));
            report = estimate(
                    workspace, new WhatIf.Options(earned, unit(), samePlace, seeds, labels.windows(), snapshot));
        }
        PrintWriter out = Printing.out(spec);
        if (json) {
            out.println(Printing.pretty(report.json()));
        } else {
            report.lines().forEach(out::println);
        }
        return report.refusals().isEmpty() ? 0 : 1;
    }

    private WhatIfReport estimate(Workspace workspace, WhatIf.Options options) throws IOException {
        PrintWriter progress = Objects.requireNonNull(spec, "picocli sets the spec")
                .commandLine()
                .getErr();
        try (LoggedEngines engines = LoggedEngines.open(workspace, progress::println)) {
            String written = engines.written();
            String changed = changedConfiguration(written);
            try (HomeEngine old = engines.engine(written);
                    HomeEngine next = engines.engine(changed)) {
                return estimate(
                        workspace,
                        options,
                        old,
                        next,
                        engines.snapshots().open().version(),
                        engines::holds,
                        progress);
            }
        }
    }

    private WhatIfReport estimate(
            Workspace workspace,
            WhatIf.Options options,
            HomeEngine old,
            HomeEngine next,
            String current,
            Predicate<PageRecord> wanted,
            PrintWriter progress) {
        ExperienceLogReader log = new ExperienceLogReader(workspace.data().experience());
        Set<String> chosen = lastRequests(log, wanted);
        WhatIf.Options chosenSnapshot = options.snapshot().equals(CURRENT) ? options.snapshot(current) : options;
        return new WhatIf(new PageOddsReader(old), new PageOddsReader(next), chosenSnapshot, progress::println)
                .estimate(log, page -> wanted.test(page) && chosen.contains(key(page)));
    }

    private Set<String> lastRequests(ExperienceLogReader log, Predicate<PageRecord> wanted) {
        List<String> keys = new ArrayList<>();
        log.pages(page -> {
            if (wanted.test(page)) {
                keys.add(key(page));
            }
        });
        return new HashSet<>(keys.subList(Math.max(0, keys.size() - last), keys.size()));
    }

    private static String key(PageRecord page) {
        return page.page().userId() + "\u0000" + page.page().requestId() + "\u0000" + page.cursor();
    }

    private Unit unit() {
        for (Unit each : Unit.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(unit)) {
                return each;
            }
        }
        throw new BadRequestException("--unit is " + unit + "; allowed are user and request");
    }

    private String changedConfiguration(String written) throws IOException {
        if (config == null && settings.length == 0 && snapshot.isEmpty()) {
            throw new BadRequestException("nothing is changed: give --config NEW, --set K=V or --snapshot V");
        }
        if (config != null && !Files.isRegularFile(config)) {
            throw new BadRequestException("there is no configuration file '" + config + "'; name one with --config");
        }
        String text = config == null ? written : Files.readString(config);
        return text + "\n" + String.join("\n", settings) + "\n";
    }
}
