package com.example.wired;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.testkit.CandidateGeneratorContract;

class WiredPluginTest extends CandidateGeneratorContract {

    @Override
    protected CandidateGenerator generator(InstanceContext context) {
        return new WiredPlugin().candidateGenerators().get(0).create(new WiredPlugin.Settings(5), context);
    }
}
