package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Plugins that each break one promise of a contract, and one that breaks none.
 *
 * @param <T> what makes a plugin
 */
final class Suspects<T> {
    /** What makes the plugin of the contract that runs now; contracts of suspects run one after the other. */
    private static @Nullable Object present;

    private final Class<?> contract;
    private final T behaved;
    private final Map<String, T> broken = new LinkedHashMap<>();
    private final Set<String> taken = new TreeSet<>();
    private final Set<String> nested = new TreeSet<>();

    private Suspects(Class<?> contract, T behaved) {
        this.contract = contract;
        this.behaved = behaved;
    }

    /**
     * Starts with a plugin that keeps the contract.
     *
     * @param contract a class that makes its plugin with {@link #present}
     */
    static <T> Suspects<T> of(Class<?> contract, T behaved) {
        return new Suspects<>(contract, behaved);
    }

    /** Returns what makes the plugin of the contract that runs now. */
    @SuppressWarnings("unchecked")
    static <T> T present() {
        if (present == null) {
            throw new IllegalStateException("no suspect is being examined");
        }
        return (T) present;
    }

    /** Adds a plugin that breaks the promise of one sentence, and of no other. */
    Suspects<T> breaks(String sentence, T plugin) {
        broken.put(sentence, plugin);
        return this;
    }

    /** Says that a sentence is shown to fail elsewhere. */
    Suspects<T> leaves(String sentence) {
        taken.add(sentence);
        return this;
    }

    /** Says that a sentence stands in a nested contract. */
    Suspects<T> nests(String sentence) {
        nested.add(sentence);
        return this;
    }

    /** Returns a test for each of them, and one that no sentence was forgotten. */
    Stream<DynamicTest> tests() {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest("a plugin that behaves passes", () -> assertThat(failures(contract, behaved))
                .isEmpty()));
        broken.forEach((sentence, plugin) -> tests.add(DynamicTest.dynamicTest(
                sentence + " fails alone",
                () -> assertThat(failures(contract, plugin).keySet()).containsExactly(sentence))));
        tests.add(DynamicTest.dynamicTest("every sentence can fail", () -> {
            Set<String> shown = new TreeSet<>(taken);
            shown.addAll(broken.keySet());
            shown.removeAll(nested);
            assertThat(shown).isEqualTo(sentences());
        }));
        return tests.stream();
    }

    private Set<String> sentences() {
        Set<String> sentences = new TreeSet<>();
        for (Class<?> type = contract; type != null; type = type.getSuperclass()) {
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class))
                    .map(Method::getName)
                    .forEach(sentences::add);
        }
        return sentences;
    }

    /** Returns the messages of the sentences that failed. */
    static Map<String, String> failures(Class<?> contract, Object plugin) {
        Map<String, String> failures = new LinkedHashMap<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(contract))
                .configurationParameter(OnlyOnPurpose.PARAMETER, "yes")
                .build();
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    String name = test.getSource()
                            .filter(MethodSource.class::isInstance)
                            .map(source -> ((MethodSource) source).getMethodName())
                            .orElse(test.getDisplayName());
                    failures.put(name, String.valueOf(result.getThrowable().orElse(null)));
                }
            }
        };
        Object before = present;
        present = plugin;
        try {
            LauncherFactory.create().execute(request, listener);
        } finally {
            present = before;
        }
        return failures;
    }
}
