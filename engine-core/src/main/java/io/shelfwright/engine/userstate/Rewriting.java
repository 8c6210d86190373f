package io.shelfwright.engine.userstate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/**
 * Rewrites a file of users, so that nothing of what was removed is left in space that is merely free.
 *
 * <p>The copy is whole and forced before one rename puts it in place; a copy that a crash left behind is deleted when the
 * store is opened next.
 */
final class Rewriting {
    private static final int COMMIT_EVERY = 20_000;

    private final Path file;
    private final Path copyFile;
    private final StoreFailures failures;

    Rewriting(Path file, StoreFailures failures) {
        this.file = file;
        this.failures = failures;
        copyFile = copyOf(file);
    }

    /** Removes what a crash left behind. */
    static void clean(Path file) {
        try {
            Files.deleteIfExists(copyOf(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copyOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".rewritten");
    }

    void run(GroupCommit commits) {
        commits.exchange(() -> prepare(commits.file()), this::put);
    }

    /** Opens the cursors now, so that they show one version; its space must not be used again until they are done. */
    private Supplier<MvFile> prepare(MvFile old) {
        old.store.setRetentionTime(Integer.MAX_VALUE);
        List<Part<?, ?>> parts = new ArrayList<>();
        parts.add(new Part<>(old.profiles.cursor(null), copy -> copy.profiles));
        parts.add(new Part<>(old.interactions.cursor(null), copy -> copy.interactions));
        parts.add(new Part<>(old.ids.cursor(null), copy -> copy.ids));
        parts.add(new Part<>(old.compacted.cursor(null), copy -> copy.compacted));
        parts.add(new Part<>(old.commits.cursor(null), copy -> copy.commits));
        return () -> {
            clean(file);
            MvFile copy = new MvFile(copyFile, failures);
            try {
                parts.forEach(part -> part.to(copy));
                return copy;
            } catch (RuntimeException | Error e) {
                copy.store.closeImmediately();
                throw e;
            } finally {
                old.store.setRetentionTime(MvFile.RETENTION_MILLIS);
            }
        };
    }

    private MvFile put(MvFile old, MvFile copy) {
        copy.commits.putAll(old.commits);
        copy.countCommit();
        copy.store.commit();
        copy.store.sync();
        copy.store.close();
        old.store.closeImmediately();
        try {
            Files.move(copyFile, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the rewritten file " + copyFile + " cannot be put in place", e);
        }
        return new MvFile(file, failures);
    }

    /** One map on its way into the copy. */
    private record Part<K, V>(Cursor<K, V> cursor, Function<MvFile, MVMap<K, V>> target) {
        private void to(MvFile copy) {
            MVMap<K, V> map = target.apply(copy);
            for (int i = 1; cursor.hasNext(); i++) {
                K key = cursor.next();
                map.put(key, cursor.getValue());
                if (i % COMMIT_EVERY == 0) {
                    copy.store.commit();
                }
            }
        }
    }
}
