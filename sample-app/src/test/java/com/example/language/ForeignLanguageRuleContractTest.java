package com.example.language;

import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.testkit.ScoreRuleContract;
import io.shelfwright.testkit.TestInstances;
import java.util.Map;

class ForeignLanguageRuleContractTest extends ScoreRuleContract {

    @Override
    protected ScoreRule rule(InstanceContext context) {
        Map<String, String> settings = Map.of("factor", "0.2", "min-share", "0.3");
        return TestInstances.of(new LanguagePlugin().scoreRules(), "foreign-language", settings, context);
    }

    @Override
    protected double largestFactor() {
        return 1 / 0.2;
    }
}
