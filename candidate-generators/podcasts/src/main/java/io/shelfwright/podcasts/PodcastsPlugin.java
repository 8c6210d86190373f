package io.shelfwright.podcasts;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/** Brings the generator {@code podcasts}: shows the user might like. */
public final class PodcastsPlugin implements ShelfwrightPlugin {

    @Override
    public String id() {
        return "podcasts";
    }

    @Override
    public List<PluginFactory<CandidateGenerator>> candidateGenerators() {
        return List.of(PluginFactory.of(
                "podcasts",
                "Proposes podcast shows by genre, publisher, language and co-listening, and by popularity for newcomers.",
                PodcastsSettings.class,
                (settings, context) -> new PodcastsGenerator(settings, context.catalog())));
    }
}
