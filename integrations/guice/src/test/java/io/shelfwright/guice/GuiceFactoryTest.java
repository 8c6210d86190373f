package io.shelfwright.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.name.Names;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.PluginException;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.Setting;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuiceFactoryTest {
    private final Catalog catalog =
            TestCatalog.of(Item.builder("one", ItemKind.ALBUM, "One").build());
    private final InstanceContext context = TestContext.of(catalog).withInstanceName("finds");

    /** Settings of {@link FreshFinds}. */
    record FreshSettings(
            @Setting(value = "Most proposals.", defaultValue = "10")
            int limit) {}

    /** Something that instances share within themselves. */
    static final class NewestFirst {
        private final Catalog catalog;

        @Inject
        NewestFirst(Catalog catalog) {
            this.catalog = catalog;
        }
    }

    /** What is made. */
    static final class FreshFinds implements CandidateGenerator {
        private final FreshSettings settings;
        private final NewestFirst order;
        private final InstanceContext context;
        private final InstantSource clock;
        private final Injector injector;

        @Inject
        FreshFinds(
                FreshSettings settings,
                NewestFirst order,
                InstanceContext context,
                InstantSource clock,
                FeatureSchema schema,
                Injector injector) {
            assertThat(schema).isSameAs(context.schema());
            this.settings = settings;
            this.order = order;
            this.context = context;
            this.clock = clock;
            this.injector = injector;
        }

        @Override
        public List<Proposal> propose(RecallRequest request) {
            return List.of();
        }
    }

    private static PluginFactory<CandidateGenerator> factory() {
        List<PluginFactory<CandidateGenerator>> factories = List.of(GuiceFactory.of(
                "fresh-finds",
                "Proposes the newest items.",
                FreshSettings.class,
                FreshFinds.class,
                (settings, context) -> binder -> {
                    binder.bind(FreshFinds.class);
                    binder.bind(NewestFirst.class).in(Singleton.class);
                }));
        return factories.get(0);
    }

    private FreshFinds made(int limit) {
        return (FreshFinds) factory().create(new FreshSettings(limit), context);
    }

    @Test
    void anInstanceGetsItsSettingsAndTheServicesOfTheHost() {
        FreshFinds finds = made(3);

        assertThat(factory().settingsType()).isEqualTo(FreshSettings.class);
        assertThat(finds.settings).isEqualTo(new FreshSettings(3));
        assertThat(finds.order.catalog).isSameAs(catalog);
        assertThat(finds.context.instanceName()).isEqualTo("finds");
        assertThat(finds.clock.instant()).isEqualTo(context.clock().instant());
    }

    @Test
    void twoInstancesShareNothing() {
        FreshFinds one = made(1);
        FreshFinds two = made(2);

        assertThat(one.injector).isNotSameAs(two.injector);
        assertThat(one.injector.getParent()).isNull();
        assertThat(one.injector.getInstance(NewestFirst.class))
                .isSameAs(one.order)
                .isNotSameAs(two.order);
    }

    @Test
    void whatIsNotBoundIsNotMade() {
        assertThatThrownBy(() -> made(1).injector.getInstance(StringBuilder.class))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void aMistakeInTheWiringShowsWhenTheInstanceIsMade() {
        PluginFactory<CandidateGenerator> factory = GuiceFactory.of(
                "wrong",
                "Forgets a binding.",
                FreshSettings.class,
                FreshFinds.class,
                (settings, context) -> binder -> binder.bind(FreshFinds.class));

        assertThatThrownBy(() -> factory.create(new FreshSettings(1), context))
                .isInstanceOf(CreationException.class)
                .hasMessageContaining("NewestFirst");
    }

    @Test
    void aSinkThatWantsACatalogIsToldThatThereIsNone() {
        PluginFactory<CandidateGenerator> factory = GuiceFactory.of(
                "early",
                "Is made too early.",
                FreshSettings.class,
                NewestGenerator.class,
                (settings, context) -> binder -> binder.bind(NewestGenerator.class));

        assertThatThrownBy(() -> factory.create(new FreshSettings(1), new EarlyContext(context)))
                .isInstanceOf(CreationException.class)
                .hasMessageContaining("Catalog");
    }

    @Test
    void whatAPluginSaysItselfReachesTheEngineAsItIs() {
        PluginException untrained = new PluginException("the snapshot holds no model 'finds'; run learn");
        PluginFactory<CandidateGenerator> factory = GuiceFactory.of(
                "untrained",
                "Has no model.",
                FreshSettings.class,
                CandidateGenerator.class,
                (settings, context) ->
                        binder -> binder.bind(CandidateGenerator.class).toProvider(() -> {
                            throw untrained;
                        }));

        assertThatThrownBy(() -> factory.create(new FreshSettings(1), context)).isSameAs(untrained);
    }

    @Test
    void anInstanceMayBeBoundUnderAKey() {
        CandidateGenerator own = request -> List.of();
        Key<CandidateGenerator> key = Key.get(CandidateGenerator.class, Names.named("main"));
        PluginFactory<CandidateGenerator> factory = GuiceFactory.of(
                "keyed",
                "Is found by a key.",
                FreshSettings.class,
                key,
                (settings, context) -> binder -> binder.bind(key).toInstance(own));

        assertThat(factory.create(new FreshSettings(1), context)).isSameAs(own);
    }

    @Test
    void nothingKeepsAnInjectorWhoseInstanceWasLetGo() {
        WeakReference<Injector> injector = closed();

        await().until(() -> {
            System.gc();
            return injector.get() == null;
        });
    }

    private WeakReference<Injector> closed() {
        FreshFinds finds = made(1);
        finds.close();
        return new WeakReference<>(finds.injector);
    }

    @Test
    void theExampleOfTheDocumentationIsCompiledHere() throws IOException {
        String path = "java/io/shelfwright/guice/";
        String documented = Files.readString(Path.of("src/main", path + "GuiceFactory.java"));
        String example = documented.substring(documented.indexOf("{@code\n") + 7, documented.indexOf(" * }</pre>"));

        String own = Files.readString(Path.of("src/test", path + "GuiceFactoryTest.java"));

        assertThat(words(own)).contains(words(example.replaceAll("(?m)^ \\*", "")));
    }

    private static String words(String code) {
        return code.strip().replaceAll("\\s+", " ");
    }

    /** A generator that reads the catalog. */
    static final class NewestGenerator implements CandidateGenerator {
        @Inject
        NewestGenerator(Catalog catalog) {
            assertThat(catalog).isNotNull();
        }

        @Override
        public List<Proposal> propose(RecallRequest request) {
            return List.of();
        }
    }

    /** The context of what is made before there is a snapshot. */
    private record EarlyContext(InstanceContext later) implements InstanceContext {
        @Override
        public String instanceName() {
            return "early";
        }

        @Override
        public Catalog catalog() {
            throw new IllegalStateException("there is no snapshot yet");
        }

        @Override
        public FeatureSchema schema() {
            throw new IllegalStateException("there is no snapshot yet");
        }

        @Override
        public Optional<Path> model(String name) {
            return Optional.empty();
        }

        @Override
        public Path baseDirectory() {
            return later.baseDirectory();
        }

        @Override
        public InstantSource clock() {
            return later.clock();
        }
    }
}
