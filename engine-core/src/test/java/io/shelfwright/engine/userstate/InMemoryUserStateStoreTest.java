package io.shelfwright.engine.userstate;

import io.shelfwright.spi.UserStateStore;

class InMemoryUserStateStoreTest extends StoreContract {
    private final UserStateStore store = new InMemoryUserStateStore();

    @Override
    UserStateStore store() {
        return store;
    }
}
