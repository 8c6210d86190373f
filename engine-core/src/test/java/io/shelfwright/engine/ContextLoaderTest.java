package io.shelfwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import io.shelfwright.engine.packing.FastPagePacker;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.ExaminationModel;
import io.shelfwright.spi.ExperienceSink;
import io.shelfwright.spi.ExplorationPolicy;
import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.FilterRule;
import io.shelfwright.spi.PagePacker;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.SafetyFilter;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.spi.UserStateStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin's class loader is the context class loader of every call into it, and of nothing afterwards. */
class ContextLoaderTest {
    @TempDir
    private Path directory;

    private EngineWorld world;
    private final ConcurrentHashMap<String, ClassLoader> own = new ConcurrentHashMap<>();
    private final Set<String> called = new ConcurrentSkipListSet<>();
    private final Set<String> wrong = new ConcurrentSkipListSet<>();

    @BeforeEach
    void makeWorld() {
        world = new EngineWorld(directory);
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    /** The same instance, as an object of a class of another class loader. */
    private <T> T foreign(Class<T> kind, T plain) {
        ClassLoader loader = own.computeIfAbsent(
                kind.getSimpleName(),
                name -> new URLClassLoader(name, new URL[0], getClass().getClassLoader()));
        return kind.cast(Proxy.newProxyInstance(loader, new Class<?>[] {kind}, (proxy, method, arguments) -> {
            String call = kind.getSimpleName() + "." + method.getName();
            if (method.getDeclaringClass() != Object.class) {
                called.add(call);
                if (Thread.currentThread().getContextClassLoader() != loader) {
                    wrong.add(call);
                }
            }
            try {
                return method.invoke(plain, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    @Test
    void everyCallHasTheLoaderOfItsPluginAndNoThreadKeepsIt() {
        world.plugin
                .generator("other", foreign(CandidateGenerator.class, request -> List.of()))
                .features("tiny", foreign(FeatureSet.class, Scripts.features()))
                .ranker("main", context -> foreign(Ranker.class, Scripts.sum(context.schema())))
                .safety("safe", foreign(SafetyFilter.class, (item, profile, context) -> SafetyFilter.Verdict.ALLOWED))
                .filter("filter", foreign(FilterRule.class, (batch, drops) -> {}))
                .score("score", foreign(ScoreRule.class, (batch, adjustments) -> {}))
                .placement("window", foreign(PlacementRule.class, Scripts.artistWindow(2)))
                .placement("plain", Scripts.placement(1, (prefix, slot, item) -> {
                    boolean engines = Thread.currentThread().getContextClassLoader()
                            == getClass().getClassLoader();
                    if (!engines) {
                        wrong.add("plain placement rule");
                    }
                    return 0;
                }))
                .policy("draw", foreign(ExplorationPolicy.class, Scripts.proportional(1)))
                .packer("packs", foreign(PagePacker.class, new FastPagePacker()))
                .examination(
                        "seen", foreign(ExaminationModel.class, (device, row, column) -> 1.0 / (1 + row + column)));
        world.sink(foreign(ExperienceSink.class, new ExperienceSink() {
                    @Override
                    public void page(PageRecord page) {}

                    @Override
                    public void interaction(Interaction interaction) {}
                }))
                .store(foreign(UserStateStore.class, world.users))
                .config("""
                        rules { safety = [safe], filters = [filter], scores = [score], placements = [plain, window] }
                        packing { packer = packs, examination = seen }
                        exploration { policy = draw, slots = 3, first-position = 2, last-position = 19 }
                        """);
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        var page = world.home("u");
        world.engine().explain(page, PageChecks.items(page).get(0));
        await().until(() -> called.contains("ExperienceSink.flush"));
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
        assertThat(loadersOfPluginThreads()).doesNotContainAnyElementsOf(own.values());
        world.engine().close();

        assertThat(page.degradations()).isEmpty();
        assertThat(wrong).isEmpty();
        assertThat(called)
                .contains(
                        "CandidateGenerator.propose",
                        "CandidateGenerator.shelves",
                        "FeatureSet.compute",
                        "Ranker.score",
                        "Ranker.objectives",
                        "Ranker.explain",
                        "SafetyFilter.check",
                        "FilterRule.filter",
                        "ScoreRule.adjust",
                        "PlacementRule.forSlot",
                        "ExplorationPolicy.choose",
                        "PagePacker.pack",
                        "ExaminationModel.examination",
                        "ExperienceSink.page",
                        "ExperienceSink.close",
                        "UserStateStore.version",
                        "UserStateStore.close",
                        "Ranker.trainedOn",
                        "Ranker.close",
                        "FeatureSet.features",
                        "PlacementRule.close");
    }

    private static Set<ClassLoader> loadersOfPluginThreads() {
        Set<ClassLoader> loaders = ConcurrentHashMap.newKeySet();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            ClassLoader loader = thread.getContextClassLoader();
            if (thread.getName().startsWith("shelfwright-plugin-") && loader != null) {
                loaders.add(loader);
            }
        }
        return loaders;
    }
}
