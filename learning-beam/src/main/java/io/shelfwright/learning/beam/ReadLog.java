package io.shelfwright.learning.beam;

import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.experience.ExperienceRecords;
import io.shelfwright.learning.dataset.RowCodec;
import io.shelfwright.learning.dataset.Tally;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** Reads a file of the log: its records by user, and whether its last block was cut off. */
final class ReadLog extends DoFn<String, KV<String, byte[]>> {
    private static final long serialVersionUID = 1L;

    final TupleTag<KV<String, byte[]>> records = new TupleTag<>() {};
    final TupleTag<KV<Integer, byte[]>> counts = new TupleTag<>() {};
    private final Kind kind;

    /** What is in a file. */
    enum Kind {
        PAGES,
        INTERACTIONS
    }

    ReadLog(Kind kind) {
        this.kind = kind;
    }

    @ProcessElement
    public void read(@Element String file, MultiOutputReceiver out) {
        var records = out.get(this.records);
        boolean cut = kind == Kind.PAGES
                ? ExperienceLogReader.pages(
                        Path.of(file),
                        page -> records.output(KV.of(page.page().userId(), ExperienceRecords.bytes(page))))
                : ExperienceLogReader.interactions(
                        Path.of(file), done -> records.output(KV.of(done.userId(), ExperienceRecords.bytes(done))));
        if (cut) {
            Tally tally = new Tally();
            tally.add("truncatedFiles", 1);
            out.get(counts).output(KV.of(0, RowCodec.bytes(tally, List.of())));
        }
    }
}
