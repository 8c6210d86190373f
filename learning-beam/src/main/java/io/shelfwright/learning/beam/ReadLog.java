package io.shelfwright.learning.beam;

import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.experience.ExperienceRecords;
import io.shelfwright.learning.dataset.RowCodec;
import io.shelfwright.learning.dataset.ShardFile;
import io.shelfwright.learning.dataset.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** Reads a file of the log: its records by user, and whether its last block was cut off. */
final class ReadLog extends DoFn<String, KV<String, byte[]>> {
    private static final long serialVersionUID = 1L;
    private static final String MARK = "read-";

    final TupleTag<KV<String, byte[]>> records = new TupleTag<>() {};
    final TupleTag<KV<Integer, byte[]>> counts = new TupleTag<>() {};
    private final Kind kind;
    private final int shards;
    private final Set<Integer> finished;
    private final String work;

    /** What is in a file. */
    enum Kind {
        PAGES,
        INTERACTIONS
    }

    /**
     * Reads files.
     *
     * @param finished numbers of the shards, of so many, that need no records any more; serializable
     * @param work where each file that was read is marked, for progress
     */
    ReadLog(Kind kind, int shards, Set<Integer> finished, Path work) {
        this.kind = kind;
        this.shards = shards;
        this.finished = finished;
        this.work = work.toString();
    }

    @ProcessElement
    public void read(@Element String file, MultiOutputReceiver out) {
        var records = out.get(this.records);
        boolean cut = kind == Kind.PAGES
                ? ExperienceLogReader.pages(Path.of(file), page -> {
                    if (wanted(page.page().userId())) {
                        records.output(KV.of(page.page().userId(), ExperienceRecords.bytes(page)));
                    }
                })
                : ExperienceLogReader.interactions(Path.of(file), done -> {
                    if (wanted(done.userId())) {
                        records.output(KV.of(done.userId(), ExperienceRecords.bytes(done)));
                    }
                });
        if (cut && !finished.contains(0)) {
            Tally tally = new Tally();
            tally.add("truncatedFiles", 1);
            out.get(counts).output(KV.of(0, RowCodec.bytes(tally, List.of())));
        }
        mark(Path.of(file));
    }

    private boolean wanted(String user) {
        return finished.isEmpty() || !finished.contains(ShardFile.of(user, shards));
    }

    private void mark(Path file) {
        try {
            Files.write(Path.of(work).resolve(MARK + file.getFileName()), new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write to " + work + "; on a cluster every machine must see this directory", e);
        }
    }

    /** Returns how many files of some have been read. */
    static int read(Path work, List<Path> files) {
        int read = 0;
        for (Path file : files) {
            read += Files.exists(work.resolve(MARK + file.getFileName())) ? 1 : 0;
        }
        return read;
    }

    /** Forgets what an earlier run has read. */
    static void forget(Path work, List<Path> files) {
        try {
            for (Path file : files) {
                Files.deleteIfExists(work.resolve(MARK + file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + work, e);
        }
    }
}
