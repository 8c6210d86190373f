package io.shelfwright.engine;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import io.shelfwright.api.HomeEngine;

/**
 * Binds {@link HomeEngine} in a host's own Guice injector.
 *
 * <p>The engine keeps an injector of its own, so that nothing of its inside is bound in the host's.
 */
public final class ShelfwrightModule extends AbstractModule {
    private final Shelfwright.Builder builder;

    public ShelfwrightModule(Shelfwright.Builder builder) {
        this.builder = builder;
    }

    @Override
    protected void configure() {
        bind(HomeEngine.class).toProvider(builder::build).in(Singleton.class);
    }
}
