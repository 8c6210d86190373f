package com.example.language;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.testkit.CandidateGeneratorContract;

class OwnLanguageGeneratorTest extends CandidateGeneratorContract {

    @Override
    protected CandidateGenerator generator(InstanceContext context) {
        return new OwnLanguageGenerator(context.catalog());
    }
}
