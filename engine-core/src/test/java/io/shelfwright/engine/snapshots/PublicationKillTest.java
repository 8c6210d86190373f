package io.shelfwright.engine.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publisher is killed at every step, while another process keeps opening, serving and swapping. */
class PublicationKillTest {
    private static final PublicationStep[] STEPS = PublicationStep.values();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path directory;

    /** Kills once at each step; {@code -Dshelfwright.kills=100} goes on at steps and moments drawn from a seed. */
    @Test
    void aKilledPublisherLeavesTheOldSnapshotOrTheNewOneAndNoPageMixesThem() throws Exception {
        int kills = Math.max(STEPS.length, Integer.getInteger("shelfwright.kills", STEPS.length));
        Path snapshots = directory.resolve("snapshots");
        SnapshotStore store = new SnapshotStore(snapshots, InstantSource.fixed(MarkedSnapshot.NOW));
        for (int mark = 1; mark <= 2; mark++) {
            int first = mark;
            store.publish("first", staging -> MarkedSnapshot.write(staging, first));
        }
        Path served = directory.resolve("served");
        Process reader = PublishingProcess.java(served, "io.shelfwright.engine.ServingProcess", directory.toString());
        try {
            awaitLine(served, "serves ");
            Random random = new Random(7);
            for (int round = 0; round < kills; round++) {
                int mark = round + 3;
                String before = store.current().orElseThrow();
                boolean atAStep = round < STEPS.length || random.nextBoolean();
                PublicationStep step = round < STEPS.length ? STEPS[round] : STEPS[random.nextInt(STEPS.length)];
                kill(snapshots, mark, atAStep ? step.name() : "begun", random);
                check(store, before, mark, atAStep ? step : null);
            }
            int last = kills + 3;
            String newest = store.publish("last", staging -> MarkedSnapshot.write(staging, last));
            awaitLine(served, "serves " + newest + " " + last);
        } finally {
            Files.createFile(directory.resolve("stop"));
            assertThat(reader.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        List<String> lines = Files.readAllLines(served);
        assertThat(lines).noneMatch(line -> line.startsWith("fault"));
        assertThat(lines.get(lines.size() - 1)).matches("pages [1-9]\\d*");
        assertThat(reader.exitValue()).isZero();
        store.collect(1);
        assertThat(store.versions()).hasSize(2).contains(store.previous().orElseThrow());
    }

    private void kill(Path snapshots, int mark, String where, Random random) throws Exception {
        Path output = directory.resolve("publisher" + mark);
        Process publisher = PublishingProcess.start(snapshots, mark, where, output);
        awaitLine(output, where);
        if (where.equals("begun")) {
            TimeUnit.MICROSECONDS.sleep(random.nextInt(400_000));
        }
        publisher.destroyForcibly().waitFor();
    }

    /** The old one or the new one is in use, whole; the next who writes sweeps what is left. */
    private static void check(
            SnapshotStore store, String before, int mark, @org.jspecify.annotations.Nullable PublicationStep step)
            throws IOException {
        String current = store.current().orElseThrow();
        Snapshot opened = store.open(current);
        boolean isNew = opened.note().equals("mark " + mark);
        if (step != null) {
            assertThat(isNew).as("killed at " + step).isEqualTo(step.compareTo(PublicationStep.IN_USE) >= 0);
        }
        if (!isNew) {
            assertThat(current).isEqualTo(before);
        }
        store.collect(2);
        try (Stream<Path> left = Files.list(opened.directory().getParent())) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .as("killed at " + step)
                    .allMatch(name -> name.matches("\\d{6}|CURRENT|PREVIOUS|\\.lock|\\.leases"));
        }
        assertThat(store.versions()).contains(current);
        for (String version : store.versions()) {
            store.open(version);
        }
    }

    private static void awaitLine(Path file, String start) {
        await().atMost(PATIENCE)
                .until(() -> Files.exists(file)
                        && Files.readAllLines(file).stream().anyMatch(line -> line.startsWith(start)));
    }
}
