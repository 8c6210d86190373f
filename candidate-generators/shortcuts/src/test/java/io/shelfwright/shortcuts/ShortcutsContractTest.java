package io.shelfwright.shortcuts;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.testkit.CandidateGeneratorContract;

class ShortcutsContractTest extends CandidateGeneratorContract {
    @Override
    protected CandidateGenerator generator(InstanceContext context) {
        return new ShortcutsGenerator(ShortcutsGeneratorTest.DEFAULTS, context.catalog());
    }
}
