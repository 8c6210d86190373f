package io.shelfwright.engine.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.PluginException;
import io.shelfwright.api.PluginReload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a watched directory is loaded, on a clock of the test's own. */
class PluginWatchTest {
    private static final PluginReload DONE = new PluginReload(List.of("a"), List.of("b"), List.of(), "hash");

    @TempDir
    private Path plugins;

    private final List<Optional<String>> reloads = new ArrayList<>();
    private long now;
    private boolean refuse;
    private PluginWatch watch;

    @BeforeEach
    void watch() {
        watch = new PluginWatch(List.of(plugins), Duration.ofSeconds(3), this::reload, () -> now);
        lookAfter(0);
        lookAfter(3);
        reloads.clear();
    }

    private PluginReload reload(Optional<String> id) {
        reloads.add(id);
        if (refuse) {
            throw new PluginException(List.of("first", "second\nline"), null);
        }
        return DONE;
    }

    private void lookAfter(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
        watch.look();
    }

    @Test
    void nothingIsLoadedWhileNothingChanges() {
        lookAfter(10);
        lookAfter(10);
        assertThat(reloads).isEmpty();
    }

    @Test
    void aJarThatIsStillBeingCopiedIsLeftAlone() throws IOException {
        for (String part : List.of("1", "12", "123")) {
            Files.writeString(plugins.resolve("a.jar"), part);
            lookAfter(2);
        }
        lookAfter(2);
        assertThat(reloads).isEmpty();
        lookAfter(1);
        assertThat(reloads).containsExactly(Optional.empty());
        lookAfter(100);
        assertThat(reloads).hasSize(1);
    }

    @Test
    void whatIsRefusedIsTriedAgainOnlyWhenSomethingElseChanges() throws IOException {
        refuse = true;
        Files.writeString(plugins.resolve("a.jar"), "bad");
        lookAfter(1);
        lookAfter(3);
        lookAfter(3);
        assertThat(reloads).hasSize(1);
        Files.delete(plugins.resolve("a.jar"));
        lookAfter(1);
        lookAfter(3);
        assertThat(reloads).hasSize(2);
    }

    @Test
    void hiddenFilesAreNoChange() throws IOException {
        Files.writeString(plugins.resolve(".a.jar.tmp"), "x");
        lookAfter(1);
        lookAfter(5);
        assertThat(reloads).isEmpty();
    }

    @Test
    void aRequestIsAnsweredAtTheNextLook() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        Thread engine = new Thread(() -> {
            while (!done.get()) {
                watch.look();
            }
        });
        engine.start();
        try {
            ReloadMailbox mailbox = new ReloadMailbox(plugins);
            assertThat(mailbox.ask(Optional.of("b"), Duration.ofSeconds(60))).isEqualTo(DONE);
            assertThat(reloads).containsExactly(Optional.of("b"));
            refuse = true;
            assertThatThrownBy(() -> mailbox.ask(Optional.empty(), Duration.ofSeconds(60)))
                    .isInstanceOfSatisfying(PluginException.class, e -> assertThat(e.problems())
                            .containsExactly("first", "second line"));
        } finally {
            done.set(true);
            engine.join();
        }
        assertThat(plugins.resolve(".reload")).isEmptyDirectory();
    }

    @Test
    void aRequestThatNobodyAnswersIsTakenBack() {
        assertThatThrownBy(() -> new ReloadMailbox(plugins).ask(Optional.empty(), Duration.ofMillis(100)))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("no engine answered");
        assertThat(plugins.resolve(".reload")).isEmptyDirectory();
    }
}
