package ${package};

import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/** Tells the engine what this jar can make. */
public final class ${className}Plugin implements ShelfwrightPlugin {

    @Override
    public String id() {
        return "${artifactId}";
    }

    @Override
    public List<PluginFactory<ScoreRule>> scoreRules() {
        return List.of(PluginFactory.of(
                "${artifactId}",
                "Multiplies the utility of items of chosen genres.",
                ${className}Settings.class,
                ${className}::new));
    }
}
