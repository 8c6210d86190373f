package ${package};

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.PluginException;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.Ranker;
import io.shelfwright.testkit.RankerContract;
import io.shelfwright.testkit.TestContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ${className}Test extends RankerContract {

    @Override
    protected FeatureSchema schema() {
        return new FeatureSchema(List.of(
                FeatureDeclaration.of("popularity.rank", "1 is the most popular.", "rank share", 0, 1),
                FeatureDeclaration.of("freshness.age_days_log", "Age.", "ln(1 + days)", 0, 11)));
    }

    @Override
    protected Ranker ranker(InstanceContext context) {
        return new ${className}(new ${className}Settings(Map.of("popularity.rank", 2.0, "freshness.age_days_log", -0.1), -3), context);
    }

    @Test
    void aWeightOfNoFeatureIsRefused() {
        InstanceContext context = TestContext.empty().withSchema(schema());

        assertThatThrownBy(() -> new ${className}(new ${className}Settings(Map.of("popularity.rnk", 2.0), -3), context))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("popularity.rnk")
                .hasMessageContaining("[freshness.age_days_log, popularity.rank]");
    }
}
