package io.shelfwright.sample.cli;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.experience.PageJson;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description = {
            "Builds logged pages again and compares them byte for byte.",
            "Exit code 1 if any page comes out differently."
        })
final class ReplayCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--request", paramLabel = "ID", description = "Only the page of this request id.")
    private String request = "";

    @Option(names = "--last", paramLabel = "N", description = "Only the last N logged pages.", defaultValue = "100")
    private int last;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Printing.out(spec);
        if (last < 1) {
            throw new BadRequestException("--last is " + last + ", allowed is 1 or more");
        }
        Workspace workspace = data.open();
        String hash = workspace.configHash();
        List<PageRecord> records = new ArrayList<>();
        List<PageRecord> otherConfig = new ArrayList<>();
        new ExperienceLogReader(workspace.data().experience()).pages(record -> {
            if (request.isEmpty() || record.page().requestId().equals(request)) {
                (record.page().configHash().equals(hash) ? records : otherConfig).add(record);
            }
        });
        if (!request.isEmpty() && records.isEmpty() && otherConfig.isEmpty()) {
            throw new BadRequestException(
                    "the experience log has no page of request '" + request + "'; 'home' prints the id of each page");
        }
        List<PageRecord> chosen = records.subList(Math.max(0, records.size() - last), records.size());
        int different = 0;
        try (HomeEngine engine = workspace.engine()) {
            for (PageRecord record : chosen) {
                String difference = difference(engine, record);
                if (!difference.isEmpty()) {
                    different++;
                    out.println("different: request " + record.page().requestId() + difference);
                }
            }
        }
        out.println(chosen.size() + " pages built again, " + (chosen.size() - different) + " byte for byte, "
                + different + " different; " + otherConfig.size()
                + " were served with another configuration or other plugins");
        return different == 0 ? 0 : 1;
    }

    /** One page that cannot be built again must not keep the others from being compared. */
    private static String difference(HomeEngine engine, PageRecord record) {
        try {
            HomePage again = engine.replay(record);
            return Arrays.equals(PageJson.canonical(record.page()), PageJson.canonical(again)) ? "" : ", other bytes";
        } catch (BadRequestException | SnapshotException e) {
            return ", it cannot be built again: " + e.getMessage();
        }
    }
}
