package ${package};

import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/** Tells the engine what this jar can make. */
public final class ${className}Plugin implements ShelfwrightPlugin {

    @Override
    public String id() {
        return "${artifactId}";
    }

    @Override
    public List<PluginFactory<Ranker>> rankers() {
        return List.of(PluginFactory.of(
                "${artifactId}",
                "Scores with weights that are given by hand.",
                ${className}Settings.class,
                ${className}::new));
    }
}
