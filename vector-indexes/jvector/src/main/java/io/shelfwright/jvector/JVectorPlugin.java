package io.shelfwright.jvector;

import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.spi.VectorIndexing;
import java.util.List;

/** Brings the vector index {@code jvector}: approximate nearest neighbours among many items. */
public final class JVectorPlugin implements ShelfwrightPlugin {

    @Override
    public String id() {
        return "jvector";
    }

    @Override
    public List<PluginFactory<VectorIndexing>> vectorIndexes() {
        return List.of(PluginFactory.of(
                "jvector",
                "A graph of near points, walked greedily (Vamana, by JVector); mapped from the snapshot.",
                JVectorSettings.class,
                (settings, context) -> new JVectorIndexing(settings)));
    }
}
