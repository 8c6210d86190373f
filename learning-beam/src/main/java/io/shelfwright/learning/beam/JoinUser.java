package io.shelfwright.learning.beam;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import io.shelfwright.engine.experience.ExperienceRecords;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.learning.dataset.DatasetSpec;
import io.shelfwright.learning.dataset.PageRows;
import io.shelfwright.learning.dataset.RowCodec;
import io.shelfwright.learning.dataset.ShardFile;
import io.shelfwright.learning.dataset.Tally;
import io.shelfwright.learning.dataset.UserRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;

/** Makes the rows of a user and sends them to their shard. */
final class JoinUser extends DoFn<KV<String, CoGbkResult>, KV<Integer, byte[]>> {
    private static final long serialVersionUID = 1L;
    static final TupleTag<byte[]> PAGES = new TupleTag<>("pages");
    static final TupleTag<byte[]> INTERACTIONS = new TupleTag<>("interactions");

    private final DatasetSpec spec;
    private transient @Nullable UserRows rows;

    JoinUser(DatasetSpec spec) {
        this.spec = spec;
    }

    @Setup
    public void setup() {
        PluginRegistry plugins = PluginRegistry.discover(JoinUser.class.getClassLoader());
        rows = new UserRows(spec.request(plugins, 1, line -> {}));
    }

    @ProcessElement
    public void join(@Element KV<String, CoGbkResult> user, OutputReceiver<KV<Integer, byte[]>> out) {
        List<PageRecord> pages = new ArrayList<>();
        List<Interaction> interactions = new ArrayList<>();
        user.getValue().getAll(PAGES).forEach(page -> pages.add(ExperienceRecords.page(page)));
        user.getValue().getAll(INTERACTIONS).forEach(done -> interactions.add(ExperienceRecords.interaction(done)));
        Tally tally = new Tally();
        List<PageRows> made =
                Objects.requireNonNull(rows, "Beam calls setup first").of(pages, interactions, tally);
        out.output(KV.of(ShardFile.of(user.getKey(), spec.shards()), RowCodec.bytes(tally, made)));
    }
}
