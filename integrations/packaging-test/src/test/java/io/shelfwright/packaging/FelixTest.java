package io.shelfwright.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** The finished jars as bundles of a framework, with a host that is a bundle. */
class FelixTest {
    static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path directory;

    @Test
    @SuppressWarnings("unchecked") // the host registers exactly this
    void bundlesServeAPageAndComeAndGoWhileTheEngineRuns() throws Exception {
        try (Felix felix = new Felix(directory, "", "")) {
            // Annotations alone are no bundles either, and nobody needs them at run time.
            assertThat(felix.libraries())
                    .allMatch(name ->
                            name.matches("(aopalliance|listenablefuture|(animal-sniffer|j2objc)-annotations)-.*"));
            felix.install(Jars.ours("osgi-mvstore"));
            for (String artifact : List.of("engine-api", "engine-core", "osgi")) {
                felix.install(Jars.ours(artifact)).start();
            }
            for (String artifact : List.of("features", "heuristics", "diversity")) {
                felix.install(Jars.ours(artifact)).start();
            }
            felix.install(HostBundle.in(directory)).start();
            Function<String, String> host = felix.service(Function.class, "(host=shelfwright)");

            assertThat(host.apply("page")).contains("Popular now: 6 cards", "degradations: []");
            assertThat(host.apply("plugins"))
                    .contains("diversity", "features", "heuristics", "core")
                    .doesNotContain("freshness");

            Bundle freshness = felix.install(Jars.ours("freshness"));
            freshness.start();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(host.apply("plugins")).contains("freshness"));

            String before = line(host, "freshness");
            try (InputStream jar = Files.newInputStream(Jars.ours("freshness"))) {
                freshness.update(jar);
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(line(host, "freshness")).isNotEmpty().isNotEqualTo(before));

            freshness.uninstall();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(active(host)).noneMatch(line -> line.startsWith("freshness")));
            assertThat(host.apply("page")).contains("Popular now: 6 cards", "degradations: []");
        }
    }

    private static List<String> active(Function<String, String> host) {
        return host.apply("plugins")
                .lines()
                .filter(line -> line.endsWith("ACTIVE") || line.endsWith("IDLE"))
                .toList();
    }

    private static String line(Function<String, String> host, String id) {
        return active(host).stream()
                .filter(line -> line.startsWith(id))
                .findFirst()
                .orElse("");
    }
}
