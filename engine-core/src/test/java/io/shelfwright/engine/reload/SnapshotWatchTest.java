package io.shelfwright.engine.reload;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.observe.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a watched directory of snapshots makes the engine swap; each look is one of the test's. */
class SnapshotWatchTest {
    private Optional<String> inUse = Optional.of("000001");
    private String serving = "000001";
    private String bad = "";
    private final List<String> tried = new ArrayList<>();
    private final SnapshotWatch watch = new SnapshotWatch(() -> inUse, () -> serving, this::refresh, Metrics.NONE);

    private String refresh() {
        String newest = inUse.orElseThrow();
        tried.add(newest);
        if (newest.equals(bad)) {
            throw new SnapshotException("it is damaged");
        }
        serving = newest;
        return serving;
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            watch.look();
        }
    }

    @Test
    void nothingIsDoneWhileTheSameSnapshotIsInUseOrNoneIs() {
        look(3);
        inUse = Optional.empty();
        look(3);

        assertThat(tried).isEmpty();
    }

    @Test
    void anotherSnapshotIsTakenOverOnceAndSoIsARollback() {
        inUse = Optional.of("000002");
        look(3);
        inUse = Optional.of("000001");
        look(3);

        assertThat(tried).containsExactly("000002", "000001");
    }

    @Test
    void aRefusedOneIsTriedAgainAfterEverMoreLooksAndAnotherOneAtOnce() {
        bad = "000002";
        inUse = Optional.of("000002");
        look(1 + 2 + 3 + 5);
        assertThat(tried).hasSize(4);
        look(4);
        assertThat(tried).hasSize(4);

        inUse = Optional.of("000003");
        look(1);
        assertThat(tried).endsWith("000003");
        assertThat(serving).isEqualTo("000003");
    }

    @Test
    void aFailureToLookIsForgottenWithTheNextLook() {
        SnapshotWatch broken = new SnapshotWatch(
                () -> {
                    throw new SnapshotException("cannot be read");
                },
                () -> serving,
                this::refresh,
                Metrics.NONE);

        broken.look();

        assertThat(tried).isEmpty();
    }
}
