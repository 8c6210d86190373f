package ${package};

import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.testkit.FeatureSetContract;

class ${className}Test extends FeatureSetContract {

    @Override
    protected FeatureSet featureSet(InstanceContext context) {
        return new ${className}(new ${className}Settings(3650), context);
    }
}
