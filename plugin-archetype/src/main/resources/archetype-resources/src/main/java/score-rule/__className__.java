package ${package};

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.ScoreRule;
import java.util.Set;

/** Multiplies the utility of items of chosen genres; in log space, as all rules do. */
final class ${className} implements ScoreRule {
    private final Set<String> genres;
    private final double logFactor;

    ${className}(${className}Settings settings, InstanceContext context) {
        genres = Set.copyOf(settings.genres());
        logFactor = Math.log(settings.factor());
    }

    @Override
    public void adjust(CandidateBatch candidates, Adjustments adjustments) {
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            for (String genre : candidates.item(candidate).genres()) {
                if (genres.contains(genre)) {
                    adjustments.add(candidate, logFactor, "is " + genre);
                    break;
                }
            }
        }
    }
}
