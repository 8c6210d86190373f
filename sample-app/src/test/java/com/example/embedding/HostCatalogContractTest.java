package com.example.embedding;

import io.shelfwright.spi.CatalogSource;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.testkit.CatalogSourceContract;

class HostCatalogContractTest extends CatalogSourceContract {
    @Override
    protected CatalogSource source(InstanceContext context) {
        return new HostCatalog(context.clock().instant());
    }
}
