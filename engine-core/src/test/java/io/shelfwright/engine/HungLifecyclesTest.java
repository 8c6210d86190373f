package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.degradations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.HomePage;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.PluginException;
import io.shelfwright.api.UserProfile;
import io.shelfwright.api.UserStateException;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.UserStateStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances that hang while they are made or described, and stores that hang. */
class HungLifecyclesTest {
    @TempDir
    private Path directory;

    private EngineWorld world;

    @BeforeEach
    void makeWorld() {
        world = new EngineWorld(directory).config("resilience.creation-deadline = 300ms");
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    @Test
    void aRankerThatHangsWhileItIsMadeIsReplacedByTheNextRung() {
        world.plugin.ranker("main", context -> Scripts.hang(world.end));

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("ranking/main/failed");
        assertThat(page.degradations().get(0).message()).contains("making 'main' took longer than 300 ms");
    }

    @Test
    void aRankerThatThrowsAnErrorWhileItIsMadeIsReplacedByTheNextRung() {
        world.plugin.ranker("main", context -> {
            throw new StackOverflowError("deep");
        });

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("ranking/main/failed");
    }

    @Test
    void aRankerThatHangsWhenAskedWhatItWasTrainedOnIsReplacedByTheNextRung() {
        world.plugin.ranker("main", context -> new Scripts.SumRanker(Optional.empty()) {
            @Override
            public Optional<FeatureSchema> trainedOn() {
                return Scripts.hang(world.end);
            }
        });

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("ranking/main/failed");
        assertThat(page.ranker()).isEqualTo("prior");
    }

    @Test
    void anotherInstanceThatHangsWhileItIsMadeEndsTheStartWithItsName() {
        world.plugin.makes("other", context -> Scripts.hang(world.end));

        assertThatThrownBy(() -> world.engine())
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("other")
                .hasMessageContaining("took longer than 300 ms");
    }

    @Test
    void aNewSnapshotFromWhichAnInstanceCannotBeMadeLeavesTheOldOneInUse() {
        Map<String, Boolean> hangs = new ConcurrentHashMap<>();
        world.plugin.makes("other", context -> hangs.isEmpty() ? request -> List.of() : Scripts.hang(world.end));
        HomePage before = world.home("u");
        hangs.put("now", true);
        world.items(50);

        assertThatThrownBy(() -> world.engine().refresh()).isInstanceOf(PluginException.class);

        assertThat(world.home("v").snapshot()).isEqualTo(before.snapshot());
    }

    @Test
    void anInstanceWhoseCloseThrowsAnErrorKeepsNoOtherOpen() {
        Map<String, Boolean> closed = new ConcurrentHashMap<>();
        world.plugin
                .ranker("main", context -> new Scripts.SumRanker(Optional.empty()) {
                    @Override
                    public void close() {
                        throw new StackOverflowError("deep");
                    }
                })
                .ranker("second", context -> new Scripts.SumRanker(Optional.empty()) {
                    @Override
                    public void close() {
                        closed.put("second", true);
                    }
                });
        world.config("ranking.ladder = [second, main, prior]");
        world.home("u");

        world.engine().close();

        assertThat(closed).containsKey("second");
    }

    @Test
    void aStoreThatHangsIsAnErrorToTheCallerAndKeepsFewThreads() {
        world.config("deadlines.state = 20ms, resilience.minimum-calls = 4").store(new HangingStore());

        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> world.home("u"))
                    .isInstanceOf(UserStateException.class)
                    .hasMessageContaining("'host'")
                    .hasMessageContaining("took longer than 20 ms");
        }
        assertThatThrownBy(() -> world.home("u"))
                .isInstanceOf(UserStateException.class)
                .hasMessageContaining("is left out for a while");
    }

    /** Answers nothing. */
    private final class HangingStore implements UserStateStore {
        @Override
        public Optional<UserProfile> profile(String userId) {
            return Scripts.hang(world.end);
        }

        @Override
        public void putProfile(UserProfile profile) {
            Scripts.hang(world.end);
        }

        @Override
        public List<Interaction> interactions(String userId, long version) {
            return Scripts.hang(world.end);
        }

        @Override
        public long version(String userId) {
            return Scripts.<Long>hang(world.end);
        }

        @Override
        public long append(Interaction interaction) {
            return Scripts.<Long>hang(world.end);
        }

        @Override
        public void appendAll(List<Interaction> interactions) {
            Scripts.hang(world.end);
        }

        @Override
        public void users(Consumer<String> consumer) {
            Scripts.hang(world.end);
        }

        @Override
        public void close() {}
    }
}
