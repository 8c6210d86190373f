package io.shelfwright.features;

import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/** Brings the feature set {@code standard}: what every ranker of Shelfwright starts from. */
public final class FeaturesPlugin implements ShelfwrightPlugin {

    @Override
    public String id() {
        return "features";
    }

    @Override
    public List<PluginFactory<FeatureSet>> featureSets() {
        return List.of(PluginFactory.of(
                "standard",
                "Standard features of user, item, shelf and context; docs/features.md lists them.",
                StandardFeatures::new));
    }
}
