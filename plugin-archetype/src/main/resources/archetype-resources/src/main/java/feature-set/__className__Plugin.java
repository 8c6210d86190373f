package ${package};

import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/** Tells the engine what this jar can make. */
public final class ${className}Plugin implements ShelfwrightPlugin {

    @Override
    public String id() {
        return "${artifactId}";
    }

    @Override
    public List<PluginFactory<FeatureSet>> featureSets() {
        return List.of(PluginFactory.of(
                "${artifactId}",
                "Says how long an item's title is, and how old the item.",
                ${className}Settings.class,
                ${className}::new));
    }
}
