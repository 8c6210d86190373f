package io.shelfwright.learning.beam;

import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.learning.dataset.DatasetSpec;
import io.shelfwright.learning.dataset.PageRows;
import io.shelfwright.learning.dataset.RowCodec;
import io.shelfwright.learning.dataset.ShardFile;
import io.shelfwright.learning.dataset.ShardFormat;
import io.shelfwright.learning.dataset.ShardNotes;
import io.shelfwright.learning.dataset.Tally;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/** Writes a shard, and a note of it for the process that publishes the dataset. */
final class WriteShard extends DoFn<KV<Integer, Iterable<byte[]>>, Void> {
    private static final long serialVersionUID = 1L;

    private final DatasetSpec spec;
    private final String directory;
    private final String work;
    private transient @Nullable ShardFile file;

    WriteShard(DatasetSpec spec, String directory, String work) {
        this.spec = spec;
        this.directory = directory;
        this.work = work;
    }

    @Setup
    public void setup() {
        PluginRegistry plugins = PluginRegistry.discover(WriteShard.class.getClassLoader());
        file = new ShardFile(
                ShardFormat.discover(), spec.request(plugins, 1, line -> {}).columns());
    }

    @ProcessElement
    public void write(@Element KV<Integer, Iterable<byte[]>> shard) {
        Tally tally = new Tally();
        List<PageRows> pages = new ArrayList<>();
        shard.getValue().forEach(user -> RowCodec.read(user, tally, pages));
        ShardNotes.write(
                Path.of(work),
                Objects.requireNonNull(file, "Beam calls setup first")
                        .write(Path.of(directory), shard.getKey(), pages, tally));
    }
}
