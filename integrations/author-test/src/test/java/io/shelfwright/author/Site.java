package io.shelfwright.author;

import io.shelfwright.api.Explanation;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.engine.Shelfwright;
import io.shelfwright.engine.snapshots.CatalogBuilder;
import io.shelfwright.engine.snapshots.SnapshotStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An engine with jars in its plugin directory. */
final class Site implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    /** Long, so that a busy machine still gives a whole page. */
    private static final String PATIENCE =
            "\ndeadlines { recall = 20s, features = 20s, ranking = 20s, rule = 20s, packing = 20s }\n";

    private final HomeEngine engine;

    /** Makes an engine in a directory, which may hold further files of the configuration. */
    Site(Path directory, String config, List<Path> jars) throws IOException {
        Path plugins = Files.createDirectory(directory.resolve("plugins"));
        for (Path jar : jars) {
            Files.copy(jar, plugins.resolve(jar.getFileName()));
        }
        new SnapshotStore(directory.resolve("snapshots"), InstantSource.fixed(NOON))
                .publishCatalog("first", new CatalogBuilder(new Albums(NOON), NOON).build());
        engine = Shelfwright.fromConfig(Files.writeString(directory.resolve("home.conf"), config + PATIENCE));
    }

    HomePage page(Instant at) {
        return engine.home(
                HomeRequest.forUser("u1").at(at).zone(ZoneOffset.UTC).seed(1).build());
    }

    Explanation explain(HomePage page, String item) {
        return engine.explain(page, item);
    }

    /** Returns what shaped the cards of a page, each as stage and name, such as {@code rule quiet-hours}. */
    Set<String> terms(HomePage page) {
        return page.shelves().stream()
                .flatMap(shelf -> shelf.cards().stream())
                .flatMap(card -> explain(page, card.itemId()).candidacies().stream())
                .flatMap(candidacy -> candidacy.terms().stream())
                .map(term -> term.stage() + " " + term.name())
                .collect(Collectors.toSet());
    }

    /** Returns the words of a rule about an item, if it said any. */
    Optional<String> note(HomePage page, String item, String rule) {
        return explain(page, item).candidacies().stream()
                .flatMap(candidacy -> candidacy.terms().stream())
                .filter(term -> term.name().equals(rule))
                .map(Explanation.Term::note)
                .findFirst();
    }

    @Override
    public void close() {
        engine.close();
    }
}
