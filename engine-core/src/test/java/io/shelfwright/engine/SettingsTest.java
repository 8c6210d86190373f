package io.shelfwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shelfwright.api.ConfigException;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.generation.Blueprint;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RemovedSetting;
import io.shelfwright.spi.Setting;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings of plugins: many instances of one factory, secrets, keys that were renamed or removed. */
class SettingsTest {
    private static final String SECRET = "hunter2-is-not-a-password";

    @TempDir
    private Path directory;

    private final List<RemoteSettings> bound = new ArrayList<>();

    /** Settings of a generator that asks something elsewhere. */
    @RemovedSetting(value = "retries", advice = "a late answer is asked for on the next page anyway")
    record RemoteSettings(
            @Setting(value = "Token.", defaultValue = "", secret = true, legacyName = "password")
            String token,

            @Setting(value = "Pin.", defaultValue = "0", secret = true, min = 0, max = 9999)
            int pin,

            @Setting(value = "Most proposals.", defaultValue = "10", min = 1, max = 100, legacyName = "max-items")
            int limit) {
        RemoteSettings {
            if (token.startsWith("hunter2") && limit == 13) {
                throw new IllegalArgumentException("the token " + token + " does not allow a limit of " + limit);
            }
        }
    }

    private final class Remote implements ShelfwrightPlugin {
        @Override
        public String id() {
            return "remote";
        }

        @Override
        public List<PluginFactory<CandidateGenerator>> candidateGenerators() {
            return List.of(PluginFactory.of("remote", "Of a test.", RemoteSettings.class, (settings, context) -> {
                bound.add(settings);
                return request -> List.of(new Proposal(
                        "all",
                        TinyCatalog.id(settings.limit()),
                        1,
                        Evidence.of(context.instanceName(), "From " + context.instanceName())));
            }));
        }
    }

    private EngineConfig config(String generators, String names) throws Exception {
        Path file = Files.writeString(directory.resolve("home.conf"), """
                generators = [%s]
                features = []
                shelves = [{ id = all, title = All, generators = [%s], min-cards = 1 }]
                """.formatted(generators, names));
        return ConfigReader.read(file);
    }

    private Blueprint blueprint(EngineConfig config) {
        return Blueprint.of(config, new PluginRegistry(List.of(new CorePlugin(), new Remote())));
    }

    private ConfigException mistakes(String generator) {
        ConfigException found =
                catchThrowableOfType(ConfigException.class, () -> blueprint(config(generator, "remote")));
        assertThat(found).as("a mistake was found").isNotNull();
        return found;
    }

    @Test
    void oneFactoryMakesManyInstancesWithSettingsOfTheirOwn() throws Exception {
        try (EngineWorld world = new EngineWorld(directory)) {
            world.items(60).config("""
                    generators = [
                      { name = first, factory = remote, limit = 3 }
                      { name = second, factory = remote, limit = 4 }
                      { name = third, factory = remote, limit = 5, deadline = 1s }
                    ]
                    shelves = [{ id = all, title = All, generators = [first, second, third], min-cards = 1 }]
                    """);

            var page = world.builder()
                    .plugins(List.of(world.plugin, new Remote()))
                    .build()
                    .home(EngineWorld.request("u").build());

            assertThat(PageChecks.items(page))
                    .containsExactlyInAnyOrder(TinyCatalog.id(3), TinyCatalog.id(4), TinyCatalog.id(5));
            assertThat(page.card(TinyCatalog.id(4)).orElseThrow().generator()).isEqualTo("second");
        }
    }

    @Test
    void aSecretIsInNoMessage() {
        for (String wrong : List.of(
                "{ name = remote, token = [\"" + SECRET + "\"] }",
                "{ name = remote, token = \"" + SECRET + "\", limit = 13 }",
                "{ name = remote, token = \"" + SECRET + "\", limt = 3 }",
                "{ name = remote, token = \"" + SECRET + "\", password = \"" + SECRET + "\" }",
                "{ name = remote, password = { a = \"" + SECRET + "\" } }",
                "{ name = remote, pin = " + SECRET + " }")) {
            ConfigException found = mistakes(wrong);

            assertThat(found.problems()).hasSize(1);
            assertThat(found).asString().doesNotContain("hunter2");
            assertThat(found.problems().toString()).doesNotContain("hunter2");
        }
        assertThat(mistakes("{ name = remote, pin = 10000 }"))
                .hasMessageContaining("generators[0].pin: is (secret), allowed is a whole number from 0 to 9999");
    }

    @Test
    void aSecretIsInNoDumpAndNotInTheHash() throws Exception {
        EngineConfig one = config("{ name = remote, token = \"" + SECRET + "\" }", "remote");
        EngineConfig other = config("{ name = remote, token = another }", "remote");

        assertThat(one.toString()).doesNotContain("hunter2");
        assertThat(blueprint(one).toString()).doesNotContain("hunter2");
        assertThat(blueprint(one).config().hash())
                .isEqualTo(blueprint(other).config().hash())
                .isNotEqualTo(blueprint(config("{ name = remote, token = another, limit = 3 }", "remote"))
                        .config()
                        .hash());
    }

    @Test
    void aConfigurationWithoutSecretsKeepsItsHash() throws Exception {
        EngineConfig config = config("{ name = remote, limit = 3 }", "remote");

        assertThat(config.withoutSecrets(List.of()).hash()).isEqualTo(config.hash());
    }

    @Test
    void anEarlierKeyStillWorks() throws Exception {
        blueprint(config("{ name = remote, max-items = 7, password = old }", "remote"))
                .generators()
                .get(0)
                .create(null);

        assertThat(bound).containsExactly(new RemoteSettings("old", 0, 7));
    }

    @Test
    void anEarlierKeyBesideTheNewOneIsRefused() {
        assertThat(mistakes("{ name = remote, max-items = 7, limit = 8 }").problems())
                .singleElement()
                .hasToString("home.conf:1: generators[0].max-items: is the old name of 'limit', which is given too;"
                        + " remove the old one");
    }

    @Test
    void aRemovedKeyFailsLoudly() {
        assertThat(mistakes("{ name = remote, retries = 3 }").problems())
                .singleElement()
                .hasToString("home.conf:1: generators[0].retries: was removed; a late answer is asked for on the next"
                        + " page anyway");
    }

    @Test
    void allMistakesOfAllInstancesAreToldAtOnce() throws Exception {
        ConfigException found = catchThrowableOfType(ConfigException.class, () -> blueprint(config("""
                        { name = a, factory = remote, limit = 0 }
                        { name = b, factory = remote, limt = 5 }
                        { name = c, factory = remte }
                        { name = d, factory = remote, deadline = 2h }
                        """, "a, b, c, d")));

        assertThat(found.problems().stream().map(Object::toString))
                .containsExactly(
                        "home.conf:1: generators[0].limit: is 0, allowed is a whole number from 1 to 100",
                        "home.conf:2: generators[1].limt: unknown key; did you mean 'limit'?",
                        "home.conf:3: generators[2]: no plugin makes a candidate generator named 'remte'; did you mean"
                                + " 'remote'?",
                        "home.conf:4: generators[3].deadline: is 2h, allowed is a duration such as 30ms, 10s, 5m, 2h or"
                                + " 14d from 0s to 60s");
    }
}
