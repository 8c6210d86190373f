package ${package};

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.FilterRule;
import io.shelfwright.spi.InstanceContext;
import java.util.Set;

/** Drops items of chosen genres; for taste, not for safety: a filter that fails is passed over. */
final class ${className} implements FilterRule {
    private final Set<String> genres;

    ${className}(${className}Settings settings, InstanceContext context) {
        genres = Set.copyOf(settings.genres());
    }

    @Override
    public void filter(CandidateBatch candidates, Drops drops) {
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            for (String genre : candidates.item(candidate).genres()) {
                if (genres.contains(genre)) {
                    drops.drop(candidate, "is " + genre);
                    break;
                }
            }
        }
    }
}
