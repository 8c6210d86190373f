package ${package};

import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.testkit.RankerContract;
import java.util.Map;

class ${className}Test extends RankerContract {

    @Override
    protected Ranker ranker(InstanceContext context) {
        return new ${className}(new ${className}Settings(Map.of("popularity.rank", 2.0), -3), context);
    }
}
