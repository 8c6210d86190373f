package io.shelfwright.engine.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it erases a user: no record of others is lost, no file is in between, and a second run finishes. */
class ErasureKillTest {
    private static final int FILES = 30;
    private static final int KILLS = 5;
    private static final int USERS = 3;
    private static final String GONE = "user-1";
    private static final ExperienceLogSettings SMALL = new ExperienceLogSettings(20, 4_000, false);

    @TempDir
    private Path directory;

    private static Interaction interaction(int number) {
        return Interaction.of("user-" + number % USERS, InteractionType.PLAY, "item-" + number)
                .withId("id-" + number)
                .at(Pages.NOON);
    }

    private int write(Path log) throws IOException {
        int written = 0;
        try (AvroExperienceLog out = new AvroExperienceLog(log, InstantSource.fixed(Pages.NOON), SMALL)) {
            while (files(log).size() < FILES) {
                for (int i = 0; i < 20; i++) {
                    out.interaction(interaction(written++));
                }
                out.flush();
            }
        }
        return written;
    }

    private static Map<String, byte[]> files(Path log) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        if (Files.isDirectory(log)) {
            try (Stream<Path> paths = Files.list(log)) {
                for (Path path : paths.toList()) {
                    files.put(path.getFileName().toString(), Files.readAllBytes(path));
                }
            }
        }
        return files;
    }

    private static List<String> read(Path log, String file) {
        List<String> ids = new ArrayList<>();
        try (LogFileReader<Interaction> reader = new LogFileReader<>(log.resolve(file), RecordFormat.INTERACTIONS)) {
            while (reader.next()) {
                ids.add(reader.value().id() + " " + reader.value().userId());
            }
            assertThat(reader.truncated()).isFalse();
        }
        return ids;
    }

    /** How many files differ from before; a file may be about to appear or to go. */
    private static long changed(Path log, Map<String, byte[]> before) {
        return before.entrySet().stream()
                .filter(entry -> {
                    try {
                        return !Arrays.equals(Files.readAllBytes(log.resolve(entry.getKey())), entry.getValue());
                    } catch (IOException e) {
                        return false;
                    }
                })
                .count();
    }

    @Test
    void aKillAtAnyMomentLeavesEachFileAsItWasOrWithoutTheUser() throws Exception {
        Path first = directory.resolve("log");
        int written = write(first);
        Map<String, byte[]> before = files(first);
        for (int kill = 0; kill < KILLS; kill++) {
            Path log = Files.createDirectory(directory.resolve("log-" + kill));
            for (Map.Entry<String, byte[]> file : before.entrySet()) {
                Files.write(log.resolve(file.getKey()), file.getValue());
            }
            int least = kill * FILES / KILLS;
            Process process = ErasingProcess.start(log, GONE, directory.resolve("output-" + kill));
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> changed(log, before) > least || files(log).size() > before.size());
            process.destroyForcibly().waitFor();

            for (String file : before.keySet()) {
                List<String> whole = read(first, file);
                List<String> without =
                        whole.stream().filter(id -> !id.endsWith(GONE)).toList();
                assertThat(read(log, file)).isIn(whole, without);
            }
            assertThat(ids(log)).containsAll(others(written));

            try (AvroExperienceLog again =
                    new AvroExperienceLog(log, InstantSource.fixed(Pages.NOON), ExperienceLogSettings.DEFAULT)) {
                assertThat(again.erase(GONE)).isTrue();
            }
            assertThat(ids(log)).isEqualTo(others(written));
            assertThat(files(log).keySet()).isEqualTo(before.keySet());
        }
    }

    private static List<String> ids(Path log) {
        List<String> ids = new ArrayList<>();
        new ExperienceLogReader(log).interactions(interaction -> ids.add(interaction.id()));
        return ids;
    }

    private static List<String> others(int written) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < written; i++) {
            if (!interaction(i).userId().equals(GONE)) {
                ids.add("id-" + i);
            }
        }
        return ids;
    }
}
