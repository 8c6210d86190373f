package io.shelfwright.learning.dataset;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.engine.config.InstanceSpec;
import io.shelfwright.engine.config.Problems;
import io.shelfwright.engine.plugins.InstanceBinder;
import io.shelfwright.engine.plugins.PluginKind;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.LabelPolicy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Makes label policies of plugins, the same on every machine. */
public final class LabelPolicies {
    private LabelPolicies() {}

    /**
     * Makes a policy.
     *
     * @param settings lines such as {@code early-skip = 0.1}, empty for the defaults
     * @throws io.shelfwright.api.ConfigException if there is no such policy, or a setting is wrong
     * @throws BadRequestException if the settings cannot be read
     */
    public static LabelPolicy make(PluginRegistry plugins, String factory, String settings) {
        ConfigObject read;
        try {
            read = ConfigFactory.parseString(settings).root();
        } catch (ConfigException e) {
            throw new BadRequestException(
                    "the settings of the label policy are not of the form key=value: " + e.getMessage(), e);
        }
        Problems problems = new Problems();
        Path nowhere = Path.of("");
        var bound = new InstanceBinder(plugins, nowhere, problems)
                .bind(PluginKind.LABEL_POLICY, new InstanceSpec(factory, factory, read, "labels"));
        problems.throwIfAny();
        return bound.orElseThrow().create(new Context(factory)).plugin();
    }

    /** A policy sees reactions, and nothing of a snapshot. */
    private record Context(String instanceName) implements InstanceContext {
        @Override
        public Catalog catalog() {
            throw new IllegalStateException("a label policy has no catalog: it judges reactions alone");
        }

        @Override
        public FeatureSchema schema() {
            return new FeatureSchema(java.util.List.of());
        }

        @Override
        public Optional<Path> model(String name) {
            return Optional.empty();
        }

        @Override
        public Path baseDirectory() {
            return Path.of("");
        }

        @Override
        public InstantSource clock() {
            return InstantSource.fixed(Instant.EPOCH);
        }
    }
}
