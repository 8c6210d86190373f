package ${package};

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.testkit.CandidateGeneratorContract;
import java.time.Duration;

class ${className}Test extends CandidateGeneratorContract {

    @Override
    protected CandidateGenerator generator(InstanceContext context) {
        return new ${className}(new ${className}Settings(Duration.ofDays(14)), context);
    }
}
