package ${package};

import io.shelfwright.spi.FilterRule;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.testkit.FilterRuleContract;
import java.util.List;

class ${className}Test extends FilterRuleContract {

    @Override
    protected FilterRule rule(InstanceContext context) {
        return new ${className}(new ${className}Settings(List.of("jazz")), context);
    }
}
