package io.shelfwright.host;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.engine.Shelfwright;
import io.shelfwright.engine.snapshots.CatalogBuilder;
import io.shelfwright.engine.snapshots.SnapshotStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Publishes a snapshot, builds one page, and prints it: a line for each shelf, then the ranker and the degradations. */
public final class Host {
    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    private static final String CONFIG = """
            page { rows = 2, columns = 6 }
            shelves = [
              { id = popular, title = "Popular now", generators = [popular] }
              { id = because, title = "Because of what you play", generators = [because] }
            ]
            generators = [
              { name = popular, factory = heuristics, strategy = popular-now }
              { name = because, factory = heuristics, strategy = because-you-listened }
            ]
            rules { placements = [ { name = variety, factory = mmr } ] }
            // Long, so that a busy machine still gives a whole page.
            deadlines { recall = 20s, features = 20s, ranking = 20s, rule = 20s, packing = 20s }
            storage { users { factory = mvstore, directory = users } }
            """;

    private Host() {}

    public static void main(String[] args) {
        Path config = prepare(Path.of(args[0]), "");
        try (HomeEngine engine = Shelfwright.fromConfig(config)) {
            System.out.print(page(engine));
        }
    }

    /**
     * Writes the configuration, publishes a snapshot, and returns the file.
     *
     * @param ladder rankers as in {@code ranking.ladder}, empty for those that the engine has; their models lie in {@code
     *     models} of the directory
     */
    static Path prepare(Path directory, String ladder) {
        SnapshotStore snapshots = new SnapshotStore(directory.resolve("snapshots"), InstantSource.fixed(NOW));
        snapshots.publishCatalog("first", new CatalogBuilder(new InventedCatalog(NOW), NOW).build());
        try {
            if (ladder.isEmpty()) {
                return Files.writeString(directory.resolve("home.conf"), CONFIG);
            }
            snapshots.publishModels("trained", models -> copy(directory.resolve("models"), models));
            return Files.writeString(
                    directory.resolve("home.conf"),
                    CONFIG + "features = [standard]\nranking.ladder = [" + ladder + ", prior]\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies directories of files. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from, 2)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    static String page(HomeEngine engine) {
        HomePage page = engine.home(HomeRequest.forUser("u1").build());
        String shelves = page.shelves().stream()
                .map(shelf -> shelf.title() + ": " + shelf.cards().size() + " cards\n")
                .collect(Collectors.joining());
        return shelves + "ranker: " + page.ranker() + "\ndegradations: " + page.degradations() + "\n";
    }
}
