package io.shelfwright.testkit;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import io.shelfwright.spi.ExperienceSink;
import io.shelfwright.spi.InstanceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

class ExperienceSinkContractTest {

    @ExtendWith(OnlyOnPurpose.class)
    static class Suspect extends ExperienceSinkContract {
        @Override
        protected ExperienceSink sink(InstanceContext context) {
            return Suspects.<Function<Path, ExperienceSink>>present().apply(context.baseDirectory());
        }

        @Override
        protected Optional<List<String>> recorded(Path baseDirectory) {
            Path file = baseDirectory.resolve("ids.txt");
            try {
                return Optional.of(Files.exists(file) ? Files.readAllLines(file) : List.of());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Writes ids to a file. */
    private static class Behaved implements ExperienceSink {
        final Path file;
        final List<String> pending = new ArrayList<>();

        Behaved(Path directory) {
            file = directory.resolve("ids.txt");
        }

        @Override
        public void page(PageRecord page) {
            take(page.page().requestId());
        }

        @Override
        public void interaction(Interaction interaction) {
            take(interaction.id());
        }

        void take(String id) {
            pending.add(id);
        }

        @Override
        public void flush() {
            try {
                Files.write(file, pending, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                pending.clear();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            flush();
        }
    }

    private static final class Squeamish extends Behaved {
        Squeamish(Path directory) {
            super(directory);
        }

        @Override
        public void page(PageRecord page) {
            page.slots().get(0);
            super.page(page);
        }
    }

    private static final class Idle extends Behaved {
        private boolean flushed;

        Idle(Path directory) {
            super(directory);
        }

        @Override
        public void flush() {
            if (pending.isEmpty() && !flushed) {
                throw new IllegalStateException("nothing to flush");
            }
            flushed = true;
            super.flush();
        }

        @Override
        public void close() {}
    }

    private static final class Strict extends Behaved {
        private final Set<String> written = new HashSet<>();

        Strict(Path directory) {
            super(directory);
        }

        @Override
        void take(String id) {
            if (id.equals("r-1") && written.contains(id)) {
                throw new IllegalArgumentException(id + " was written already");
            }
            super.take(id);
        }

        @Override
        public void flush() {
            if (pending.contains("r-1")) {
                written.add("r-1");
            }
            super.flush();
        }
    }

    private static final class Late extends Behaved {
        Late(Path directory) {
            super(directory);
        }

        @Override
        public void flush() {
            if (pending.size() > 2) {
                super.flush();
            }
        }

        @Override
        public void close() {
            super.flush();
        }
    }

    private static final class Overwriting extends Behaved {
        Overwriting(Path directory) {
            super(directory);
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Renaming extends Behaved {
        Renaming(Path directory) {
            super(directory);
        }

        @Override
        void take(String id) {
            super.take(pending.contains(id) ? id + " again" : id);
        }
    }

    private static final class Boasting extends Behaved {
        Boasting(Path directory) {
            super(directory);
        }

        @Override
        public boolean erase(String userId) {
            return true;
        }
    }

    private static final class Hoarding extends Behaved {
        private final List<String> all = new ArrayList<>();

        Hoarding(Path directory) {
            super(directory);
        }

        @Override
        void take(String id) {
            all.add(id);
            super.take(id);
        }
    }

    @TestFactory
    Stream<DynamicTest> everySentenceFindsTheSinkThatBreaksIt() {
        return Suspects.<Function<Path, ExperienceSink>>of(Suspect.class, Behaved::new)
                .breaks("pagesAndInteractionsAreTakenHoweverStrange", Squeamish::new)
                .breaks("flushingNothingOrTwiceIsNoTrouble", Idle::new)
                .breaks("aRepeatedRecordIsNoTrouble", Strict::new)
                .breaks("whatWasTakenIsThereAfterAFlush", Late::new)
                .breaks("whatWasFlushedStaysWhenAnotherInstanceGoesOn", Overwriting::new)
                .breaks("aRepeatedRecordIsToldByItsId", Renaming::new)
                .breaks("aSinkThatSaysItErasedAUserHoldsNothingOfTheUserAndAllOfTheOthers", Boasting::new)
                .breaks("nothingIsKeptAfterAFlush", Hoarding::new)
                .tests();
    }
}
