package io.shelfwright.sample.data;

import io.shelfwright.sample.data.synthetic.SyntheticWorld;
import io.shelfwright.spi.CatalogSource;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.testkit.CatalogSourceContract;

/** A data directory with the synthetic world keeps the contract of catalog sources. */
class DataDirectoryContractTest extends CatalogSourceContract {
    @Override
    protected CatalogSource source(InstanceContext context) {
        DataDirectory data = DataDirectory.open(context.baseDirectory().resolve("data"));
        if (data.sources().isEmpty()) {
            SyntheticWorld.write(data, SyntheticWorld.DEFAULT_SEED);
        }
        return data.source();
    }
}
