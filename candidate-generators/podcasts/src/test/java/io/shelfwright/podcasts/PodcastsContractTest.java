package io.shelfwright.podcasts;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.testkit.CandidateGeneratorContract;

class PodcastsContractTest extends CandidateGeneratorContract {
    @Override
    protected CandidateGenerator generator(InstanceContext context) {
        return new PodcastsGenerator(PodcastsGeneratorTest.settings(0.3), context.catalog());
    }
}
