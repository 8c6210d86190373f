package ${package};

import io.shelfwright.spi.PlacementRule;
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
    public List<PluginFactory<PlacementRule>> placementRules() {
        return List.of(PluginFactory.of(
                "${artifactId}",
                "Makes room between cards of one publisher.",
                ${className}Settings.class,
                ${className}::new));
    }
}
