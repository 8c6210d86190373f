package ${package};

import io.shelfwright.spi.CandidateGenerator;
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
    public List<PluginFactory<CandidateGenerator>> candidateGenerators() {
        return List.of(PluginFactory.of(
                "${artifactId}",
                "Proposes what is popular where the listener is and was not played lately.",
                ${className}Settings.class,
                ${className}::new));
    }
}
