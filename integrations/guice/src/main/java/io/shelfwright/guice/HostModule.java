package io.shelfwright.guice;

import com.google.inject.AbstractModule;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.InstanceContext;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Binds what the host gives one instance, all by instance, so that nothing of the host's is made or kept in here. */
final class HostModule extends AbstractModule {
    private final InstanceContext context;
    private final Class<?> settingsType;
    private final Object settings;

    <S extends Record> HostModule(InstanceContext context, Class<S> settingsType, S settings) {
        this.context = context;
        this.settingsType = settingsType;
        this.settings = settings;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireAtInjectOnConstructors();
        binder().disableCircularProxies();
        bind(InstanceContext.class).toInstance(context);
        bind(InstantSource.class).toInstance(context.clock());
        bindSettings(settingsType);
        bindIfKnown(Catalog.class, context::catalog);
        bindIfKnown(FeatureSchema.class, context::schema);
    }

    private <S> void bindSettings(Class<S> type) {
        bind(type).toInstance(type.cast(settings));
    }

    /** Stores and sinks are made before there is a snapshot; whoever injects it there is told by Guice that it is not bound. */
    private <S> void bindIfKnown(Class<S> type, Supplier<S> service) {
        S known;
        try {
            known = service.get();
        } catch (IllegalStateException e) {
            return;
        }
        bind(type).toInstance(known);
    }
}
