package io.shelfwright.sample.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.Taste;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "taste",
        description = "Shows the facts about a user: favourites, habits, what is hidden and until when.",
        footer = {
            "",
            "Examples:",
            "  shelfwright taste --data DIR --user 2",
            "  shelfwright taste --data DIR --user 2 --json"
        })
final class TasteCommand implements Callable<Integer> {
    private static final int MOST = 10;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--user", required = true, paramLabel = "U", description = "User id.")
    private String user = "";

    @Option(names = "--json", description = "Print everything as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Printing.out(spec);
        Workspace workspace = data.open();
        String userId = workspace.userId(user);
        try (HomeEngine engine = workspace.engine()) {
            if (json) {
                JsonNode all = Printing.JSON.readTree(engine.export(userId));
                ObjectNode taste = (ObjectNode) all.path("taste");
                taste.put("userId", userId);
                out.println(Printing.pretty(taste));
            } else {
                print(out, engine.taste(userId));
            }
        }
        return 0;
    }

    private static void print(PrintWriter out, Taste taste) {
        out.printf(
                Locale.ROOT,
                "user %s, state version %d, snapshot %s: %.0f plays in %d sessions%n",
                taste.userId(),
                taste.stateVersion(),
                taste.snapshot(),
                taste.plays(),
                taste.sessions());
        print(out, "artists", taste.topArtists(MOST));
        print(out, "genres", taste.topGenres(MOST));
        print(out, "languages", taste.topLanguages(MOST));
        print(out, "publishers", taste.topPublishers(MOST));
        for (Taste.Favourite one : taste.favourites()) {
            out.println("  " + one.type().name().toLowerCase(Locale.ROOT) + " of " + one.targetId() + " since "
                    + one.since());
        }
        for (Taste.HiddenTarget one : taste.hidden()) {
            out.println("  hidden: " + one.targetType().name().toLowerCase(Locale.ROOT) + " " + one.name() + " since "
                    + one.since() + (one.until() == null ? ", until undone" : ", until " + one.until()) + " ("
                    + one.interactionId() + ")");
        }
    }

    private static void print(PrintWriter out, String title, List<Taste.Preference> all) {
        if (!all.isEmpty()) {
            out.println(title);
        }
        for (Taste.Preference one : all) {
            out.printf(Locale.ROOT, "  %5.1f %%  %s%n", 100 * one.share(), one.name());
        }
    }
}
