package ${package};

import io.shelfwright.api.Item;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.FeatureColumns;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.InstanceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Says how long an item's title is, and how old the item; an unknown age stays missing. */
final class ${className} implements FeatureSet {
    private final List<FeatureDeclaration> features;

    ${className}(${className}Settings settings, InstanceContext context) {
        features = List.of(
                FeatureDeclaration.of("custom.title_length", "Length of the title.", "characters", 0, 200),
                FeatureDeclaration.of("custom.age", "Time since the release.", "days", 0, settings.oldestDays()));
    }

    @Override
    public List<FeatureDeclaration> features() {
        return features;
    }

    @Override
    public void compute(CandidateBatch candidates, FeatureColumns columns) {
        Instant now = candidates.context().at();
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            Item item = candidates.item(candidate);
            columns.set(candidate, 0, item.title().length());
            Instant releasedAt = item.releasedAt();
            if (releasedAt != null) {
                columns.set(candidate, 1, Duration.between(releasedAt, now).toHours() / 24.0);
            }
        }
    }
}
