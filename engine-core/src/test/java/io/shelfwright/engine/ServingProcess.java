package io.shelfwright.engine;

import io.shelfwright.api.Card;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.Shelf;
import io.shelfwright.engine.snapshots.MarkedSnapshot;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.Ranker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A process of its own that opens engines on a watched directory of marked snapshots, and prints each snapshot it meets, or what
 * is wrong, until there is a file {@code stop}.
 */
final class ServingProcess {
    private static final int PAGES_AN_ENGINE = 200;

    private final Path directory;
    private final Map<String, Integer> marks = new HashMap<>();
    private int pages;

    private ServingProcess(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] arguments) {
        ServingProcess process = new ServingProcess(Path.of(arguments[0]));
        try {
            while (!process.stopped()) {
                process.serve();
            }
            say("pages " + process.pages);
        } catch (RuntimeException | LinkageError e) {
            say("fault " + e);
        }
    }

    private boolean stopped() {
        return Files.exists(directory.resolve("stop"));
    }

    private void serve() {
        try (EngineWorld world = new EngineWorld(directory)) {
            world.config("snapshots { watch = on, watch-interval = 10ms, keep = 1, prepare-users = 5 }");
            world.plugin.ranker("main", ServingProcess::ranker);
            for (int i = 0; i < PAGES_AN_ENGINE && !stopped(); i++) {
                check(world.home("u" + i % 5));
                pages++;
            }
        }
    }

    /** Vectors and model must be of the catalog's mark; what an instance finds out when it is made holds as long as it. */
    private static Ranker ranker(InstanceContext context) {
        int mark = MarkedSnapshot.markOf(context.catalog().item(0).title());
        float[] vector = new float[2];
        context.catalog().vectors(ItemVectors.SESSIONS).orElseThrow().copy(3, vector);
        try {
            String model = Files.readString(context.model("main").orElseThrow().resolve("mark"));
            if (vector[0] != mark || !model.equals(String.valueOf(mark))) {
                say("fault catalog " + mark + ", vectors " + vector[0] + ", model " + model);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Scripts.sum(context.schema());
    }

    private void check(HomePage page) {
        if (!page.degradations().isEmpty()) {
            say("fault " + page.degradations());
        }
        int cards = 0;
        for (Shelf shelf : page.shelves()) {
            for (Card card : shelf.cards()) {
                int mark = MarkedSnapshot.markOf(card.title());
                Integer known = marks.putIfAbsent(page.snapshot(), mark);
                if (known == null) {
                    say("serves " + page.snapshot() + " " + mark);
                } else if (known != mark) {
                    say("fault snapshot " + page.snapshot() + " is both " + known + " and " + mark);
                }
                cards++;
            }
        }
        if (cards == 0) {
            say("fault an empty page of " + page.snapshot());
        }
    }

    @SuppressWarnings("SystemOut") // it is how the test hears of it
    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
