package io.shelfwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shelfwright.api.HomePage;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.snapshots.SnapshotEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A candidate on a share of the users: who gets it, and how its trial ends under traffic. */
class CanaryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private EngineWorld world;
    private final AtomicBoolean broken = new AtomicBoolean();

    @BeforeEach
    void makeWorld() {
        world = new EngineWorld(directory).items(40);
        world.config("canary { share = 0.3, window = 20, strikes = 2, latency = 1000 }");
        // The model of the candidate breaks after it has passed the door.
        world.plugin.ranker(
                "main",
                context -> context.model("main").isEmpty()
                        ? Scripts.sum(context.schema())
                        : new Scripts.SumRanker(java.util.Optional.of(context.schema())) {
                            @Override
                            public void score(io.shelfwright.spi.FeatureMatrix rows, float[] logits) {
                                super.score(rows, logits);
                                if (broken.get()) {
                                    logits[0] = Float.NaN;
                                }
                            }
                        });
        world.engine();
        world.snapshots.publishingCandidates().publishModels("candidate", models -> {
            Files.createDirectories(models.resolve("main"));
            Files.writeString(models.resolve("main/weights"), "1");
        });
        world.engine().refresh();
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    private static String user(int i) {
        return "user" + i;
    }

    @Test
    void aShareOfTheUsersHasTheCandidateAndEachKeepsTheArm() {
        Set<String> first = onCandidate(200);
        assertThat(first).hasSizeBetween(35, 85);
        assertThat(onCandidate(200)).isEqualTo(first);
        assertThat(world.engine().snapshot()).isEqualTo("000001");
        assertThat(world.snapshots.current()).hasValue("000001");
        assertThat(world.engine().taste(first.iterator().next()).snapshot()).isEqualTo("000002");
    }

    private Set<String> onCandidate(int users) {
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < users; i++) {
            if (world.home(user(i)).snapshot().equals("000002")) {
                found.add(user(i));
            }
        }
        return found;
    }

    @Test
    void promotingPutsTheCandidateIntoUseForAllAndWithdrawingForNobody() {
        assertThat(world.snapshots.trials().promote()).isEqualTo("000002");
        world.engine().refresh();
        assertThat(onCandidate(20)).hasSize(20);
        assertThatThrownBy(() -> world.snapshots.trials().promote())
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("no candidate");
        assertThatThrownBy(() -> world.snapshots.trials().nominate("000002"))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("is in use");

        world.snapshots.rollback();
        world.snapshots.trials().nominate("000002");
        world.engine().refresh();
        assertThat(onCandidate(200)).isNotEmpty();
        world.snapshots.trials().withdraw("000002", "enough");
        world.engine().refresh();
        assertThat(onCandidate(200)).isEmpty();
        assertThat(world.snapshots.history())
                .extracting(SnapshotEvent::event)
                .containsExactly("candidate", "in-use", "in-use", "candidate", "withdrawn");
    }

    @Test
    void aCandidateThatDoesNotPassTheDoorIsWithdrawnAndNobodySeesIt() {
        world.snapshots.trials().withdraw("000002", "for another");
        world.engine().refresh();
        broken.set(true);
        world.snapshots.trials().nominate("000002");
        world.engine().refresh();

        assertThat(onCandidate(100)).isEmpty();
        assertThat(world.snapshots.candidate()).isEmpty();
        List<SnapshotEvent> history = world.snapshots.history();
        assertThat(history.get(history.size() - 1).why()).contains("not-finite");
    }

    @Test
    void aCandidateThatTurnsBadUnderTrafficOfFourThreadsIsRolledBackWithoutAFailedPage() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        Queue<String> versions = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Boolean>> serving = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int thread = t;
            Callable<Boolean> serve = () -> {
                for (int i = 0; !done.get(); i++) {
                    HomePage page = world.home(user(thread * 1_000 + i % 1_000));
                    if (PageChecks.items(page).isEmpty()) {
                        faults.add("an empty page of " + page.snapshot());
                    }
                    if (page.snapshot().equals("000001") && !page.degradations().isEmpty()) {
                        faults.add(page.degradations().toString());
                    }
                    versions.add(page.snapshot());
                }
                return true;
            };
            serving.add(threads.submit(serve));
        }
        await().atMost(PATIENCE).until(() -> versions.contains("000002"));
        broken.set(true);
        await().atMost(PATIENCE).until(() -> world.snapshots.candidate().isEmpty());
        versions.clear();
        await().atMost(PATIENCE).until(() -> versions.size() > 200);
        done.set(true);
        for (Future<Boolean> one : serving) {
            assertThat(one.get(60, TimeUnit.SECONDS)).isTrue();
        }
        threads.shutdown();

        assertThat(faults).isEmpty();
        // Requests that ran when the trial ended end on the candidate, at most one a thread.
        assertThat(versions.stream().filter("000002"::equals).count()).isLessThanOrEqualTo(4);
        List<SnapshotEvent> history = world.snapshots.history();
        assertThat(history.get(history.size() - 1).event()).isEqualTo(SnapshotEvent.WITHDRAWN);
        assertThat(history.get(history.size() - 1).why()).contains("degradations a page", "strike 2");
        world.engine().refresh();
        assertThat(onCandidate(100)).isEmpty();
        assertThat(world.items(44).snapshots.current()).hasValue("000003");
    }
}
