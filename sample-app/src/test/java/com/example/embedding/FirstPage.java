package com.example.embedding;

import io.shelfwright.api.Feedback;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.Receipt;
import io.shelfwright.engine.Shelfwright;
import io.shelfwright.engine.snapshots.CatalogBuilder;
import io.shelfwright.engine.snapshots.SnapshotStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** Publishes a first snapshot, builds a first page, and hides a card of it. */
public final class FirstPage {
    private FirstPage() {}

    public static void main(String[] args) {
        Path directory = Path.of(args[0]);
        Instant now = Instant.now();
        new SnapshotStore(directory.resolve("snapshots"), InstantSource.system())
                .publishCatalog("first", new CatalogBuilder(new HostCatalog(now), now).build());

        try (HomeEngine engine = Shelfwright.fromConfig(directory.resolve("home.conf"))) {
            HomePage page = engine.home(HomeRequest.forUser("u1").build());
            page.shelves().forEach(shelf -> {
                System.out.println(shelf.title());
                shelf.cards().forEach(card -> System.out.println("  " + card.title() + " by " + card.generator()));
            });
            Receipt hidden = engine.record(
                    Feedback.hide("u1", page.shelves().get(0).cards().get(0)));
            HomePage next = engine.home(HomeRequest.forUser("u1").build()); // already knows
            engine.record(Feedback.undo("u1", hidden.interactionId()));
            System.out.println(next.degradations());
        }
    }
}
