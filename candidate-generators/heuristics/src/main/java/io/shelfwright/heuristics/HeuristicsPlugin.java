package io.shelfwright.heuristics;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/** Brings the generator {@code heuristics}: simple strategies that need no model, one chosen by each instance. */
public final class HeuristicsPlugin implements ShelfwrightPlugin {

    @Override
    public String id() {
        return "heuristics";
    }

    @Override
    public List<PluginFactory<CandidateGenerator>> candidateGenerators() {
        return List.of(PluginFactory.of(
                "heuristics",
                "Proposes by one simple strategy: popular now, new releases, because you listened, rediscover or popular"
                        + " near you.",
                HeuristicsSettings.class,
                (settings, context) -> new HeuristicsGenerator(settings, context.catalog())));
    }
}
