package io.shelfwright.learning.dataset;

import io.shelfwright.api.ExperienceException;
import io.shelfwright.engine.experience.AvroExperienceLog;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.experience.ExperienceLogSettings;
import io.shelfwright.engine.experience.LogReport;
import io.shelfwright.learning.job.CheckedFile;
import io.shelfwright.learning.job.WorkDirectory;
import io.shelfwright.learning.report.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The log dealt out by user to one small log a shard, in the work directory; once dealt it stays until its shard is written. */
final class DealtLog {
    private static final ExperienceLogSettings SPILL = new ExperienceLogSettings(1024, 1L << 40, false);

    private final Path work;

    DealtLog(Path work) {
        this.work = work;
    }

    /**
     * Deals, unless an earlier run has.
     *
     * @param finished shards that need no log any more
     * @return files of the log whose last block was cut off
     */
    long deal(DatasetRequest request, Set<Integer> finished) {
        Optional<byte[]> known = CheckedFile.read(mark());
        if (known.isPresent() && complete(request.shards(), finished)) {
            return ByteBuffer.wrap(known.get()).getLong();
        }
        try {
            for (int shard = 0; shard < request.shards(); shard++) {
                WorkDirectory.remove(directory(shard)); // what a run that was killed had begun
                Files.createDirectories(directory(shard));
            }
            long truncated = dealt(request, finished);
            for (int shard = 0; shard < request.shards(); shard++) {
                force(directory(shard));
            }
            CheckedFile.write(mark(), out -> out.writeLong(truncated));
            return truncated;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot deal the log out to " + work, e);
        }
    }

    /** Returns whether no log is missing: that of a shard which was written and then damaged is gone. */
    private boolean complete(int shards, Set<Integer> finished) {
        boolean complete = true;
        for (int shard = 0; shard < shards; shard++) {
            complete &= finished.contains(shard) || Files.isDirectory(directory(shard));
        }
        return complete;
    }

    private long dealt(DatasetRequest request, Set<Integer> finished) {
        List<AvroExperienceLog> dealt = new ArrayList<>();
        try {
            for (int shard = 0; shard < request.shards(); shard++) {
                dealt.add(new AvroExperienceLog(directory(shard), request::created, SPILL));
            }
            ExperienceLogReader log = new ExperienceLogReader(request.experience());
            Progress progress = new Progress("reading the log", log.bytes(), request.progress());
            LogReport pages = log.pages(
                    page -> {
                        int shard = ShardFile.of(page.page().userId(), dealt.size());
                        if (!finished.contains(shard)) {
                            dealt.get(shard).page(page);
                        }
                    },
                    progress::add);
            LogReport interactions = log.interactions(
                    done -> {
                        int shard = ShardFile.of(done.userId(), dealt.size());
                        if (!finished.contains(shard)) {
                            dealt.get(shard).interaction(done);
                        }
                    },
                    progress::add);
            return (long) pages.truncated().size() + interactions.truncated().size();
        } finally {
            dealt.forEach(AvroExperienceLog::close);
        }
    }

    private static void force(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> children = Files.list(directory)) {
            files = children.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }

    /** Returns the log of a shard. */
    ExperienceLogReader of(int shard) {
        return new ExperienceLogReader(directory(shard));
    }

    /**
     * Makes sure that a log of a shard was read to its end.
     *
     * @throws ExperienceException if it was not; the next run deals anew
     */
    void requireWhole(LogReport report) {
        if (!report.truncated().isEmpty()) {
            try {
                Files.deleteIfExists(mark());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete " + mark(), e);
            }
            throw new ExperienceException(
                    report.truncated() + " was cut off after it had been written; run the command again");
        }
    }

    /** Removes the log of a shard that was written: at once, so that nobody takes half of it for all. */
    void remove(int shard) {
        Path gone = work.resolve("gone-" + shard);
        try {
            WorkDirectory.remove(gone);
            Files.move(directory(shard), gone);
            WorkDirectory.remove(gone);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + directory(shard), e);
        }
    }

    private Path mark() {
        return work.resolve("dealt");
    }

    private Path directory(int shard) {
        return work.resolve(String.format(Locale.ROOT, "%05d", shard));
    }
}
