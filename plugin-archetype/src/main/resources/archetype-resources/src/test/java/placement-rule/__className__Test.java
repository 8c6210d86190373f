package ${package};

import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.testkit.PlacementRuleContract;

class ${className}Test extends PlacementRuleContract {

    @Override
    protected PlacementRule rule(InstanceContext context) {
        return new ${className}(new ${className}Settings(4, 0.7), context);
    }
}
