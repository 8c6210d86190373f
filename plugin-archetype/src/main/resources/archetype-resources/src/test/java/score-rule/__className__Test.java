package ${package};

import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.testkit.ScoreRuleContract;
import java.util.List;

class ${className}Test extends ScoreRuleContract {

    @Override
    protected ScoreRule rule(InstanceContext context) {
        return new ${className}(new ${className}Settings(List.of("jazz"), 1.5), context);
    }
}
