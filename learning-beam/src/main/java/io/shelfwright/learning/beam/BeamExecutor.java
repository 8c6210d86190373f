package io.shelfwright.learning.beam;

import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.learning.dataset.DatasetJob;
import io.shelfwright.learning.dataset.DatasetRequest;
import io.shelfwright.learning.dataset.DatasetSpec;
import io.shelfwright.learning.dataset.RowCodec;
import io.shelfwright.learning.dataset.ShardFormat;
import io.shelfwright.learning.dataset.ShardNotes;
import io.shelfwright.learning.dataset.ShardResult;
import io.shelfwright.learning.dataset.Tally;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Makes a dataset with Beam on Flink; the logic of each element is that of the local executor.
 *
 * <p>Pages and interactions meet by user, the rows of a shard meet by its number, and the same code writes it. Machines of a
 * cluster see log and datasets under the same path.
 */
final class BeamExecutor implements DatasetJob.Executor {
    private final DatasetSpec spec;
    private final FlinkRun run;

    /**
     * Makes an executor.
     *
     * @param spec describes the request that it will be given
     */
    BeamExecutor(DatasetSpec spec, FlinkRun run) {
        this.spec = spec;
        this.run = run;
    }

    @Override
    public String name() {
        return "beam";
    }

    @Override
    public List<ShardResult> run(DatasetRequest request, ShardFormat format, Path directory, Path work) {
        int shards = request.shards();
        Map<Integer, ShardResult> finished = ShardNotes.finished(directory, work, shards);
        if (finished.size() == shards) {
            return List.copyOf(finished.values());
        }
        List<Path> files = new ArrayList<>(new ExperienceLogReader(request.experience()).pageFiles());
        files.addAll(new ExperienceLogReader(request.experience()).interactionFiles());
        ReadLog.forget(work, files);
        Pipeline pipeline = run.pipeline("shelfwright-dataset");
        build(pipeline, request, new HashSet<>(finished.keySet()), directory, work);
        request.progress().accept(run.words());
        try (FileWatch reading = new FileWatch(
                        "reading the log", files.size(), () -> ReadLog.read(work, files), request.progress());
                FileWatch writing = new FileWatch(
                        "joining and writing shards",
                        shards,
                        () -> ShardNotes.count(work, shards),
                        request.progress())) {
            reading.start();
            writing.start();
            pipeline.run().waitUntilFinish();
        }
        Map<Integer, ShardResult> written = ShardNotes.finished(directory, work, shards);
        if (written.size() < shards) {
            throw new IllegalStateException(written.size() + " of " + shards + " shards are in " + directory
                    + "; on a cluster every machine must see this directory");
        }
        return List.copyOf(written.values());
    }

    private void build(
            Pipeline pipeline, DatasetRequest request, HashSet<Integer> finished, Path directory, Path work) {
        ExperienceLogReader log = new ExperienceLogReader(request.experience());
        ReadLog pages = new ReadLog(ReadLog.Kind.PAGES, request.shards(), finished, work);
        ReadLog interactions = new ReadLog(ReadLog.Kind.INTERACTIONS, request.shards(), finished, work);
        var readPages = read(pipeline, "pages", log.pageFiles(), pages);
        var readInteractions = read(pipeline, "interactions", log.interactionFiles(), interactions);
        PCollection<KV<Integer, byte[]>> users = KeyedPCollectionTuple.of(JoinUser.PAGES, readPages.get(pages.records))
                .and(JoinUser.INTERACTIONS, readInteractions.get(interactions.records))
                .apply("by user", CoGroupByKey.create())
                .apply("join, label, sample", ParDo.of(new JoinUser(spec)))
                .setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));
        // Every shard that is not finished is written, an empty one too.
        List<KV<Integer, byte[]>> none = new ArrayList<>();
        for (int shard = 0; shard < request.shards(); shard++) {
            if (!finished.contains(shard)) {
                none.add(KV.of(shard, RowCodec.bytes(new Tally(), List.of())));
            }
        }
        PCollection<KV<Integer, byte[]>> empty =
                pipeline.apply("shards", Create.of(none).withCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of())));
        PCollectionList.of(
                        List.of(users, empty, readPages.get(pages.counts), readInteractions.get(interactions.counts)))
                .apply("all", Flatten.pCollections())
                .apply("by shard", GroupByKey.create())
                .apply("write", ParDo.of(new WriteShard(spec, directory.toString(), work.toString())));
    }

    private static org.apache.beam.sdk.values.PCollectionTuple read(
            Pipeline pipeline, String name, List<Path> files, ReadLog read) {
        var tuple = pipeline.apply(
                        name + " files",
                        Create.of(files.stream().map(Path::toString).toList()).withCoder(StringUtf8Coder.of()))
                .apply(name + " spread", Reshuffle.viaRandomKey())
                .apply(
                        "read " + name,
                        ParDo.of(read)
                                .withOutputTags(read.records, org.apache.beam.sdk.values.TupleTagList.of(read.counts)));
        tuple.get(read.records).setCoder(KvCoder.of(StringUtf8Coder.of(), ByteArrayCoder.of()));
        tuple.get(read.counts).setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));
        return tuple;
    }
}
