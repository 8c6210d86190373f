package io.shelfwright.features;

import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.testkit.FeatureSetContract;

class StandardFeaturesContractTest extends FeatureSetContract {
    @Override
    protected FeatureSet featureSet(InstanceContext context) {
        return new StandardFeatures(context);
    }
}
