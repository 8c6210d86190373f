package io.shelfwright.sample.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.learning.alerts.AlertJson;
import io.shelfwright.learning.alerts.AlertOutcome;
import io.shelfwright.learning.alerts.Alerts;
import io.shelfwright.learning.watch.LiveWatch;
import io.shelfwright.learning.watch.SnapshotReferences;
import io.shelfwright.learning.watch.WatchFinding;
import io.shelfwright.learning.watch.WatchReport;
import io.shelfwright.learning.watch.WatchSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "watch",
        description = {
            "Holds logged pages against what their model was trained on: drift of predictions and features, missing values,",
            "calibration and propensities, window after window. Exit code 1 if an alarm is on at the end.",
            "What is on at the end, and no longer on, is told as learning.alerts of the configuration says."
        },
        footer = {"", "Example: shelfwright watch --last 2000 --window 250 --data DIR"})
final class WatchCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--last",
            paramLabel = "N",
            description = "Pages to look at, the latest of the log.",
            defaultValue = "5000")
    private int last = 5_000;

    @Option(names = "--window", paramLabel = "N", description = "Pages in a window.", defaultValue = "500")
    private int window = 500;

    @Option(names = "--json", description = "Print one JSON array, an object a window; the last has the alerts.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    /** Returns a sink that watches the pages of an engine. */
    static LiveWatch sink(Workspace workspace, WatchSettings settings, Consumer<WatchReport> told) {
        return new LiveWatch(new SnapshotReferences(workspace.snapshots()), settings, told);
    }

    /** A simulation keeps snapshots of its own, with other numbers. */
    private static SnapshotStore snapshots(Workspace workspace, ExperienceLogReader log) {
        String[] request = {""};
        log.pages(page -> request[0] = page.page().requestId());
        Path simulated = workspace.data().path().resolve("simulation").resolve("snapshots");
        return request[0].startsWith("simulated:")
                ? new SnapshotStore(simulated, workspace.clock())
                : workspace.snapshots();
    }

    @Override
    public Integer call() {
        if (last < 1 || window < 1) {
            throw new BadRequestException("--last is " + last + " and --window " + window + ", allowed is 1 and above");
        }
        Workspace workspace = data.open();
        Alerts alerts = RunAlerts.of(workspace);
        List<WatchReport> reports = new ArrayList<>();
        WatchSettings usual = WatchSettings.DEFAULT;
        ExperienceLogReader log = new ExperienceLogReader(workspace.data().experience());
        LiveWatch watch = new LiveWatch(
                new SnapshotReferences(snapshots(workspace, log)),
                new WatchSettings(
                        window,
                        usual.strikes(),
                        usual.prediction(),
                        usual.feature(),
                        usual.missing(),
                        usual.calibration()),
                reports::add);
        replay(log, watch);
        Map<String, WatchReport> latest = new LinkedHashMap<>();
        reports.forEach(report -> latest.put(report.snapshot() + " " + report.ranker(), report));
        // Where nothing was compared, nothing is known to be over.
        print(reports, reports.isEmpty() ? AlertOutcome.NONE : RunAlerts.watched(alerts, latest.values()));
        return latest.values().stream().allMatch(report -> report.alarms().isEmpty()) ? 0 : 1;
    }

    private void print(List<WatchReport> reports, AlertOutcome told) {
        PrintWriter out = Printing.out(spec);
        if (json) {
            ArrayNode array = Printing.JSON.createArrayNode();
            reports.forEach(report -> write(report, array.addObject()));
            if (array.size() > 0) {
                ((ObjectNode) array.get(array.size() - 1)).set("alerts", AlertJson.of(told));
            }
            out.println(Printing.pretty(array));
            return;
        }
        reports.forEach(report -> print(report, out));
        if (reports.isEmpty()) {
            out.println("nothing to compare: no page of a model that was published with its reference statistics");
        }
        told.lines().forEach(out::println);
    }

    /** Gives the latest pages, each followed by what was done about it. */
    private void replay(ExperienceLogReader log, LiveWatch watch) {
        Deque<PageRecord> pages = new ArrayDeque<>();
        log.pages(page -> {
            pages.add(page);
            if (pages.size() > last) {
                pages.remove();
            }
        });
        Map<String, List<Interaction>> reactions = new HashMap<>();
        pages.forEach(page -> reactions.put(key(page), new ArrayList<>()));
        log.interactions(interaction -> {
            List<Interaction> of = reactions.get(interaction.userId() + "\n" + interaction.requestId());
            if (of != null) {
                of.add(interaction);
            }
        });
        for (PageRecord page : pages) {
            watch.page(page);
            List<Interaction> of = reactions.getOrDefault(key(page), List.of());
            of.sort(Comparator.comparing(Interaction::time));
            of.forEach(watch::interaction);
        }
        watch.finish(Math.max(1, window / 2));
    }

    private static String key(PageRecord page) {
        return page.page().userId() + "\n" + page.page().requestId();
    }

    private static void print(WatchReport report, PrintWriter out) {
        out.println("snapshot " + report.snapshot() + ", ranker " + report.ranker() + ", window " + report.window()
                + " of " + report.pages() + " pages: "
                + (report.bad().isEmpty() ? "as in training" : report.bad().size() + " too far"));
        report.bad().forEach(finding -> out.println("  " + finding.sentence()));
        report.alarms().forEach(finding -> out.println("  ALARM " + finding.sentence()));
    }

    private static void write(WatchReport report, ObjectNode node) {
        node.put("snapshot", report.snapshot())
                .put("ranker", report.ranker())
                .put("window", report.window())
                .put("pages", report.pages());
        ArrayNode bad = node.putArray("bad");
        report.bad().forEach(finding -> write(finding, bad.addObject()));
        ArrayNode alarms = node.putArray("alarms");
        report.alarms().forEach(finding -> write(finding, alarms.addObject()));
    }

    private static void write(WatchFinding finding, ObjectNode node) {
        node.put("check", finding.check())
                .put("subject", finding.subject())
                .put("value", finding.value())
                .put("limit", finding.limit());
    }
}
