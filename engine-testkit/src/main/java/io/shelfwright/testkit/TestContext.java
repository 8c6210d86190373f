package io.shelfwright.testkit;

import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.InstanceContext;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an instance is given when it is made; immutable, the clock stands at {@link TestRequests#AT}. */
public final class TestContext implements InstanceContext {
    private final String instanceName;
    private final Catalog catalog;
    private final FeatureSchema schema;
    private final Map<String, Path> models;
    private final Path baseDirectory;

    private TestContext(
            String instanceName, Catalog catalog, FeatureSchema schema, Map<String, Path> models, Path baseDirectory) {
        this.instanceName = instanceName;
        this.catalog = catalog;
        this.schema = schema;
        this.models = Map.copyOf(models);
        this.baseDirectory = baseDirectory;
    }

    /** Returns a context with an empty catalog. */
    public static TestContext empty() {
        return of(TestCatalog.builder().build());
    }

    /** Returns a context named {@code test} with a schema of no features, no models, and the working directory as base. */
    public static TestContext of(Catalog catalog) {
        return new TestContext("test", catalog, new FeatureSchema(List.of()), Map.of(), Path.of(""));
    }

    public TestContext withInstanceName(String value) {
        return new TestContext(value, catalog, schema, models, baseDirectory);
    }

    public TestContext withSchema(FeatureSchema value) {
        return new TestContext(instanceName, catalog, value, models, baseDirectory);
    }

    public TestContext withModel(String name, Path directory) {
        Map<String, Path> more = new HashMap<>(models);
        more.put(name, directory);
        return new TestContext(instanceName, catalog, schema, more, baseDirectory);
    }

    public TestContext withBaseDirectory(Path value) {
        return new TestContext(instanceName, catalog, schema, models, value);
    }

    @Override
    public String instanceName() {
        return instanceName;
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public FeatureSchema schema() {
        return schema;
    }

    @Override
    public Optional<Path> model(String name) {
        return Optional.ofNullable(models.get(name));
    }

    @Override
    public Path baseDirectory() {
        return baseDirectory;
    }

    @Override
    public InstantSource clock() {
        return InstantSource.fixed(TestRequests.AT);
    }
}
