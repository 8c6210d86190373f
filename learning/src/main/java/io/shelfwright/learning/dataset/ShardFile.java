package io.shelfwright.learning.dataset;

import io.shelfwright.learning.dataset.ShardFormat.Writer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes the pages of a shard to their file: what every executor does last. Thread-safe. */
public final class ShardFile {
    private final ShardFormat format;
    private final DatasetColumns columns;

    /** Makes a writer of shards with these columns. */
    public ShardFile(ShardFormat format, DatasetColumns columns) {
        this.format = format;
        this.columns = columns;
    }

    /** Returns the shard of a user. */
    public static int of(String userId, int shards) {
        return UserHash.bucket(userId, shards);
    }

    /**
     * Writes a shard, on disk as a whole or not at all; one of the same name is replaced.
     *
     * @param pages in any order; sorted here
     * @param tally what was counted on the way to these pages; taken over
     * @throws UncheckedIOException if it cannot be written
     */
    public ShardResult write(Path directory, int number, List<PageRows> pages, Tally tally) {
        pages.sort(PageRows.ORDER);
        String name = String.format(Locale.ROOT, "part-%05d.%s", number, format.extension());
        Path file = directory.resolve(name);
        // A second attempt at the same shard, on another thread or machine, must not meet the first one's file.
        Path temporary = directory.resolve("." + name + "." + Long.toHexString(System.nanoTime()));
        try {
            try (Writer writer = format.create(temporary, columns)) {
                for (PageRows page : pages) {
                    for (DatasetRow row : page.rows()) {
                        writer.write(row);
                    }
                }
            }
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            count(pages, tally);
            return new ShardResult(
                    number, name, Files.size(file), Checksums.sha256(file), first(pages), last(pages), tally);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + "; check free space and permissions", e);
        }
    }

    private void count(List<PageRows> pages, Tally tally) {
        Set<String> users = new HashSet<>();
        for (PageRows page : pages) {
            users.add(page.page().userId());
            tally.add(ShardResult.ROWS, page.rows().size());
            for (DatasetRow row : page.rows()) {
                tally.add(ShardResult.EXPLORED, row.explored() ? 1 : 0);
                for (int o = 0; o < row.labels().length; o++) {
                    tally.add(
                            ShardResult.POSITIVES + columns.objectives().get(o),
                            row.labels()[o] >= Dataset.POSITIVE ? 1 : 0);
                }
            }
        }
        tally.add(ShardResult.PAGES, pages.size());
        tally.add(ShardResult.USERS, users.size());
    }

    private static @org.jspecify.annotations.Nullable Instant first(List<PageRows> pages) {
        return pages.isEmpty() ? null : pages.get(0).page().at();
    }

    private static @org.jspecify.annotations.Nullable Instant last(List<PageRows> pages) {
        return pages.isEmpty() ? null : pages.get(pages.size() - 1).page().at();
    }
}
