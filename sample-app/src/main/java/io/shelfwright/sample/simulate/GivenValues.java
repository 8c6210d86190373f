package io.shelfwright.sample.simulate;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/** Replaces every utility by the value that a policy gives, as the only score rule of its engine. */
final class GivenValues implements ShelfwrightPlugin {
    static final String FACTORY = "given-values";

    private final Policy.Value value;

    GivenValues(Policy.Value value) {
        this.value = value;
    }

    @Override
    public String id() {
        return "simulation";
    }

    @Override
    public List<PluginFactory<ScoreRule>> scoreRules() {
        return List.of(PluginFactory.of(
                FACTORY, "Replaces utilities by the values of a simulated policy.", context -> this::adjust));
    }

    private void adjust(CandidateBatch candidates, ScoreRule.Adjustments adjustments) {
        for (int c = 0; c < candidates.size(); c++) {
            double factor = value.of(candidates, c) / adjustments.utility(c);
            adjustments.add(c, Math.log(factor), "value given by the simulation");
        }
    }
}
