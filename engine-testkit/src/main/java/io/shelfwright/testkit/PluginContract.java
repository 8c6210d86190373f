package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.ShelfwrightException;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Setting;
import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.spi.Tunable;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every plugin keeps to, whatever its factories make; extend it and make the plugin.
 *
 * <p>What the factories make is held to the contract of its kind, by a test of its own.
 */
public abstract class PluginContract {
    private static final String SERVICES = "META-INF/services/" + ShelfwrightPlugin.class.getName();

    @TempDir
    Path directory;

    /** Makes the plugin under test, as {@link java.util.ServiceLoader} would. */
    protected abstract ShelfwrightPlugin plugin();

    /**
     * Returns the settings that the factory of a name needs, because it has no defaults for them; none.
     *
     * @param factory name of the factory
     * @param directory an empty directory, where relative paths start
     */
    protected Map<String, String> neededSettings(String factory, Path directory) {
        return Map.of();
    }

    @Test
    void theIdIsOfLowerCaseWords() {
        assertThat(plugin().id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    }

    @Test
    void theServicesFileListsThePlugin() throws IOException {
        List<String> listed = new ArrayList<>();
        ClassLoader loader = plugin().getClass().getClassLoader();
        for (URL file : Collections.list(loader.getResources(SERVICES))) {
            try (var in = file.openStream()) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceAll("#.*", "").strip())
                        .forEach(listed::add);
            }
        }
        assertThat(listed)
                .as("plugins in " + SERVICES)
                .contains(plugin().getClass().getName());
    }

    @Test
    void itCanBeLoadedAsAService() {
        Class<?> type = plugin().getClass();
        assertThat(Modifier.isPublic(type.getModifiers()))
                .as("%s is public", type)
                .isTrue();
        assertThat(type.getConstructors())
                .as("public constructors of %s", type)
                .anyMatch(constructor -> constructor.getParameterCount() == 0);
    }

    @Test
    void itListsTheSameFactoriesEachTime() {
        ShelfwrightPlugin plugin = plugin();
        String first = listing(plugin);
        assertThat(listing(plugin)).isEqualTo(first);
        assertThat(listing(plugin())).as("factories of another plugin object").isEqualTo(first);
    }

    @Test
    void itIsStateless() {
        for (Field field : plugin().getClass().getDeclaredFields()) {
            assertThat(Modifier.isFinal(field.getModifiers()) || field.isSynthetic())
                    .as("field %s of %s is final", field.getName(), plugin().getClass())
                    .isTrue();
        }
        ShelfwrightPlugin plugin = plugin();
        listing(plugin);
        long before = StateSize.of(plugin);
        listing(plugin);
        listing(plugin);
        assertThat(StateSize.of(plugin)).as("objects that the plugin holds").isLessThanOrEqualTo(before);
    }

    @Test
    void itBringsFactoriesEachNameOnceWithinItsKind() {
        Map<String, List<PluginFactory<?>>> kinds = FactoriesOfAPlugin.byKind(plugin());
        assertThat(kinds.values()).as("factories").anyMatch(factories -> !factories.isEmpty());
        kinds.forEach((kind, factories) ->
                assertThat(factories).as(kind).extracting(PluginFactory::name).doesNotHaveDuplicates());
    }

    @Test
    void everyFactoryIsDescribedInASentence() {
        forFactories((kind, factory) -> assertThat(factory.description())
                .as("description of %s", factory)
                .matches("\\p{Lu}.*[.]"));
    }

    @Test
    void everySettingIsDescribedInASentence() {
        forFactories((kind, factory) -> {
            for (RecordComponent component : factory.settingsType().getRecordComponents()) {
                Setting setting = component.getAnnotation(Setting.class);
                assertThat(setting)
                        .as("@Setting of %s of %s", component.getName(), factory)
                        .isNotNull();
                assertThat(setting.value())
                        .as("description of %s of %s", component.getName(), factory)
                        .matches(".+[.]");
            }
        });
    }

    @Test
    void theDefaultsLieWithinTheirBoundsAndFitTogether() {
        forFactories((kind, factory) -> assertThat(settings(factory)).isNotNull());
    }

    @Test
    void everyFactoryMakesAnInstanceOfItsDefaultsOrSaysWhatItNeeds() {
        forFactories((kind, factory) -> {
            Record settings = settings(factory);
            try {
                Object instance = factory.create(settings, context(kind));
                assertThat(instance).isNotNull();
                close(instance);
            } catch (ShelfwrightException needed) {
                assertThat(needed.getMessage()).as("what %s needs", factory).hasSizeGreaterThan(20);
            }
        });
    }

    @Test
    void everyTrainerTrainsForARankerOfItsName() {
        List<String> rankers =
                plugin().rankers().stream().map(PluginFactory::name).toList();
        assertThat(plugin().trainers()).extracting(PluginFactory::name).isSubsetOf(rankers);
    }

    @Test
    void whatASearchMayTryIsAllowed() {
        forFactories((kind, factory) -> {
            for (RecordComponent component : factory.settingsType().getRecordComponents()) {
                Tunable tunable = component.getAnnotation(Tunable.class);
                Setting setting = component.getAnnotation(Setting.class);
                if (tunable != null && setting != null) {
                    assertThat(TunableRange.problem(component, setting, tunable))
                            .as("@Tunable of %s of %s", component.getName(), factory)
                            .isEmpty();
                }
            }
        });
    }

    private Record settings(PluginFactory<?> factory) {
        return TestSettings.of(factory.settingsType(), neededSettings(factory.name(), directory), directory);
    }

    private InstanceContext context(String kind) {
        TestContext context = TestContext.of(ContractWorlds.of(0).catalog()).withBaseDirectory(directory);
        if (FactoriesOfAPlugin.isMadeBeforeTheCatalog(kind)) {
            return EarlyContext.withoutCatalog(context);
        }
        return FactoriesOfAPlugin.isMadeBeforeTheSchema(kind) ? EarlyContext.withoutSchema(context) : context;
    }

    private static void close(Object instance) throws Exception {
        if (instance instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    private static String listing(ShelfwrightPlugin plugin) {
        StringBuilder listing = new StringBuilder(plugin.id());
        FactoriesOfAPlugin.byKind(plugin)
                .forEach((kind, factories) -> factories.forEach(factory -> listing.append('\n')
                        .append(kind)
                        .append(' ')
                        .append(factory.name())
                        .append(' ')
                        .append(factory.settingsType().getName())
                        .append(' ')
                        .append(factory.description())));
        return listing.toString();
    }

    private void forFactories(Check check) {
        FactoriesOfAPlugin.byKind(plugin())
                .forEach((kind, factories) -> factories.forEach(
                        factory -> NamedCase.run(kind + " " + factory, () -> check.check(kind, factory))));
    }

    private interface Check {
        void check(String kind, PluginFactory<?> factory) throws Exception;
    }
}
