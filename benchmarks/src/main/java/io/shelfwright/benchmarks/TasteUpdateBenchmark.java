package io.shelfwright.benchmarks;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.engine.snapshots.CatalogBuilder;
import io.shelfwright.engine.snapshots.CatalogData;
import io.shelfwright.engine.snapshots.ItemCatalog;
import io.shelfwright.engine.vectors.TasteFold;
import io.shelfwright.engine.vectors.VectorFiles;
import io.shelfwright.spi.TasteVector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One play of a user of 100 items: the update of rank one alone, with the new vector, and all plays folded anew. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@SuppressWarnings("NullAway.Init")
public class TasteUpdateBenchmark {
    private static final int ITEMS = 2_000;
    private static final int PLAYED = 100;

    @Param({"64", "128"})
    public int dimension;

    private ItemCatalog catalog;
    private TasteFold fold;
    private Interaction[] plays;
    private int next;

    @Setup
    public void makeUser() throws IOException {
        Path directory = Files.createTempDirectory("shelfwright-taste");
        SyntheticListening listening = new SyntheticListening(ITEMS, 10, 10, 7);
        CatalogData data = new CatalogBuilder(listening, SyntheticListening.NOW).build();
        List<Item> items = data.items();
        SyntheticItemVectors rows = new SyntheticItemVectors(items.size(), dimension);
        VectorFiles.write(directory, rows.space(), items, rows);
        catalog = new ItemCatalog("1", data, VectorFiles.readAll(directory, items, Long.MAX_VALUE));
        plays = new Interaction[items.size()];
        Instant time = SyntheticListening.NOW;
        for (int i = 0; i < plays.length; i++) {
            time = time.plusSeconds(i % 7 == 0 ? 100_000 : 200);
            plays[i] = Interaction.of("u", InteractionType.PLAY, items.get(i).id())
                    .at(time)
                    .withId("i" + i);
        }
        fold = all();
        next = PLAYED - 1;
    }

    @Benchmark
    public TasteFold update() {
        return fold.plus(play());
    }

    @Benchmark
    public TasteVector updateAndVector() {
        return fold.plus(play()).vector("collaborative").orElseThrow();
    }

    /** Folds 100 plays, as after an undo. */
    @Benchmark
    public TasteFold all() {
        TasteFold taste = TasteFold.none(catalog);
        for (int i = 0; i < PLAYED; i++) {
            taste = taste.plus(plays[i]);
        }
        return taste;
    }

    private Interaction play() {
        next = next + 1 < plays.length ? next + 1 : PLAYED;
        return plays[next];
    }
}
