package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.ExperienceSink;
import io.shelfwright.spi.InstanceContext;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every experience sink keeps to, wherever it writes; extend it and make an instance.
 *
 * <p>Override {@link #recorded} too where the test can look at what was written: only then is durability checked.
 */
public abstract class ExperienceSinkContract {
    @TempDir
    Path directory;

    /** Makes the instance under test; relative paths start at the context's base directory, which is empty at first. */
    protected abstract ExperienceSink sink(InstanceContext context);

    /**
     * Returns the request ids of pages and the ids of interactions that are durable by now, as often as they are there;
     * empty where the test cannot look.
     *
     * @param baseDirectory that of the context
     */
    protected Optional<List<String>> recorded(Path baseDirectory) {
        return Optional.empty();
    }

    /** Returns how many objects and elements an instance may come to keep after a flush, such as a bounded buffer; 0. */
    protected long mayKeep() {
        return 0;
    }

    @Test
    void pagesAndInteractionsAreTakenHoweverStrange() {
        try (ExperienceSink sink = make()) {
            for (int cards : new int[] {0, 1, 24}) {
                NamedCase.run(
                        "a page of " + cards + " cards", () -> sink.page(SampleRecords.page("r-" + cards, cards)));
            }
            SampleRecords.interactions("\uD83D\uDE00", 30)
                    .forEach(interaction ->
                            NamedCase.run(interaction.type().name(), () -> sink.interaction(interaction)));
            sink.flush();
        }
    }

    @Test
    void flushingNothingOrTwiceIsNoTrouble() {
        try (ExperienceSink sink = make()) {
            sink.flush();
            sink.page(SampleRecords.page("r-1", 2));
            sink.flush();
            sink.flush();
        }
    }

    @Test
    void aRepeatedRecordIsNoTrouble() {
        try (ExperienceSink sink = make()) {
            for (int time = 0; time < 2; time++) {
                sink.page(SampleRecords.page("r-1", 2));
                sink.interaction(SampleRecords.play("u", "i-1"));
            }
            sink.flush();
            sink.page(SampleRecords.page("r-1", 2));
            sink.flush();
        }
    }

    @Test
    void whatWasTakenIsThereAfterAFlush() {
        try (ExperienceSink sink = make()) {
            write(sink, "first");
            sink.flush();
            assertThat(new HashSet<>(read())).containsExactlyInAnyOrder("r-first", "i-first");
            write(sink, "second");
            sink.flush();
            assertThat(new HashSet<>(read())).containsExactlyInAnyOrder("r-first", "i-first", "r-second", "i-second");
        }
    }

    @Test
    void whatWasFlushedStaysWhenAnotherInstanceGoesOn() {
        for (String name : List.of("first", "second")) {
            try (ExperienceSink sink = make()) {
                write(sink, name);
                sink.flush();
            }
        }
        assertThat(new HashSet<>(read())).containsExactlyInAnyOrder("r-first", "i-first", "r-second", "i-second");
    }

    @Test
    void aRepeatedRecordIsToldByItsId() {
        try (ExperienceSink sink = make()) {
            write(sink, "same");
            write(sink, "same");
            sink.flush();
        }
        assertThat(read()).containsOnly("r-same", "i-same");
    }

    @Test
    void aSinkThatSaysItErasedAUserHoldsNothingOfTheUserAndAllOfTheOthers() {
        try (ExperienceSink sink = make()) {
            sink.interaction(SampleRecords.play("gone", "i-gone"));
            sink.interaction(SampleRecords.play("stays", "i-stays"));
            sink.flush();
            boolean erased = sink.erase("gone");
            sink.erase("nobody");
            sink.flush();
            Assumptions.assumeTrue(erased, "this sink leaves erasing to the host");
            assertThat(read()).containsOnly("i-stays");
        }
    }

    @Test
    void nothingIsKeptAfterAFlush() {
        try (ExperienceSink sink = make()) {
            fill(sink, "warm");
            long before = StateSize.of(sink);
            fill(sink, "more");
            fill(sink, "most");
            assertThat(StateSize.of(sink))
                    .as("objects and elements that the instance holds after more records")
                    .isLessThanOrEqualTo(before + mayKeep());
        }
    }

    private static void fill(ExperienceSink sink, String name) {
        for (int i = 0; i < 50; i++) {
            write(sink, name + i);
        }
        sink.flush();
    }

    private static void write(ExperienceSink sink, String name) {
        sink.page(SampleRecords.page("r-" + name, 3));
        sink.interaction(SampleRecords.play("u", "i-" + name));
    }

    private List<String> read() {
        Optional<List<String>> recorded = recorded(directory);
        Assumptions.assumeTrue(recorded.isPresent(), "recorded() is not overridden");
        return recorded.orElseThrow();
    }

    private ExperienceSink make() {
        return sink(EarlyContext.withoutCatalog(TestContext.empty().withBaseDirectory(directory)));
    }
}
