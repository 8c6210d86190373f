package io.shelfwright.engine.userstate;

import io.shelfwright.engine.CorePlugin;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.UserStateStore;
import io.shelfwright.testkit.TestInstances;
import io.shelfwright.testkit.UserStateStoreContract;

class InMemoryUserStateStoreTest extends UserStateStoreContract {
    @Override
    protected UserStateStore store(InstanceContext context) {
        return TestInstances.of(new CorePlugin().userStateStores(), "in-memory", context);
    }
}
