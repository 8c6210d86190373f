package io.shelfwright.jvector;

import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.VectorIndexing;
import io.shelfwright.testkit.TestInstances;
import io.shelfwright.testkit.VectorIndexingContract;

class JVectorContractTest extends VectorIndexingContract {
    @Override
    protected VectorIndexing indexing(InstanceContext context) {
        return TestInstances.of(new JVectorPlugin().vectorIndexes(), "jvector", context);
    }
}
