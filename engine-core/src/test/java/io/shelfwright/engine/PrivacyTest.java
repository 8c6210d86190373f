package io.shelfwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.api.Erasure;
import io.shelfwright.api.Feedback;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.TargetType;
import io.shelfwright.api.Taste;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.experience.PageJson;
import io.shelfwright.engine.userstate.MvUserStateStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Export and erasure of one user, and the facts about one. */
class PrivacyTest {
    private static final String MARKER = "mark-me-c0ffee-77";

    @TempDir
    Path directory;

    @Test
    void anErasedUserIsInNoFileAndInNoAnswerAndOthersKeepEverything() throws Exception {
        try (EngineWorld world = new EngineWorld(directory)) {
            world.store(MvUserStateStore.open(directory.resolve("users")));
            HomeEngine engine = world.engine();
            for (String user : List.of(MARKER, "other")) {
                HomePage page = engine.home(request(user));
                engine.record(Feedback.play(user, page.shelves().get(0).cards().get(0)));
                engine.record(Feedback.hide(user, TargetType.GENRE, "rock"));
                engine.home(request(user));
            }
            HomePage before = engine.home(request("other"));

            Erasure erasure = engine.erase(MARKER);

            assertThat(erasure.versions()).isEqualTo(2);
            assertThat(filesWith(MARKER)).isEmpty();
            assertThat(engine.taste(MARKER).stateVersion()).isZero();
            assertThat(engine.home(request("other")))
                    .satisfies(page -> assertThat(PageJson.canonical(page)).isEqualTo(PageJson.canonical(before)));
            JsonNode other = new ObjectMapper().readTree(engine.export("other"));
            assertThat(other.path("pages")).hasSize(4);
            assertThat(other.path("interactions")).hasSize(2);
            assertThat(engine.erase(MARKER).versions()).isZero();
        }
        assertThat(filesWith(MARKER)).isEmpty();
    }

    @Test
    void pagesAndRecordsOfOthersGoOnWhileAUserIsErasedAndRecordsAgain() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        AtomicBoolean done = new AtomicBoolean();
        try (EngineWorld world = new EngineWorld(directory)) {
            world.store(MvUserStateStore.open(directory.resolve("users")));
            HomeEngine engine = world.engine();
            List<Future<Integer>> others = new ArrayList<>();
            for (int t = 0; t < 3; t++) {
                String user = t == 2 ? MARKER : "other" + t;
                others.add(pool.submit(() -> {
                    int count = 0;
                    while (!done.get()) {
                        engine.home(request(user));
                        engine.record(Interaction.of(user, InteractionType.PLAY, "album-1"));
                        count++;
                    }
                    return count;
                }));
            }
            for (int i = 0; i < 5; i++) {
                engine.erase(MARKER);
            }
            done.set(true);
            List<Integer> counts = new ArrayList<>();
            for (Future<Integer> other : others) {
                counts.add(other.get());
            }
            engine.erase(MARKER);

            assertThat(engine.taste("other0").stateVersion())
                    .isEqualTo(counts.get(0).longValue());
            assertThat(engine.taste("other1").stateVersion())
                    .isEqualTo(counts.get(1).longValue());
            int[] pages = {0};
            new ExperienceLogReader(directory.resolve("experience")).pages(page -> pages[0]++);
            assertThat(pages[0]).isEqualTo(counts.get(0) + counts.get(1));
            assertThat(filesWith(MARKER)).isEmpty();
        } finally {
            done.set(true);
            pool.shutdownNow();
        }
    }

    @Test
    void anExportHoldsProfileInteractionsTasteAndPages() throws Exception {
        try (EngineWorld world = new EngineWorld(directory)) {
            HomeEngine engine = world.engine();
            HomePage page = engine.home(request("u"));
            engine.record(Feedback.save("u", page.shelves().get(0).cards().get(0)));

            JsonNode export = new ObjectMapper().readTree(engine.export("u"));

            assertThat(export.path("userId").asText()).isEqualTo("u");
            assertThat(export.path("profile").has("market")).isTrue();
            assertThat(export.path("interactions").path(0).path("type").asText())
                    .isEqualTo("SAVE");
            assertThat(export.path("taste").path("favourites")).hasSize(1);
            assertThat(export.path("pages")
                            .path(0)
                            .path("page")
                            .path("requestId")
                            .asText())
                    .isEqualTo("r");
        }
    }

    @Test
    void whatIsHiddenHasNoAffinityAndIsNowhereSimilar() throws Exception {
        try (EngineWorld world = new EngineWorld(directory)) {
            HomeEngine engine = world.engine();
            HomePage page = engine.home(request("u"));
            List<String> items = page.shelves().stream()
                    .flatMap(shelf -> shelf.cards().stream())
                    .map(card -> card.itemId())
                    .toList();
            String item = items.get(0);
            engine.record(Interaction.of("u", InteractionType.PLAY, item));
            assertThat(engine.taste("u").affinity(item)).isBetween(0.1, 1.0);

            engine.record(Feedback.dislike("u", TargetType.ITEM, item));

            Taste taste = engine.taste("u");
            assertThat(taste.affinity(item)).isZero();
            assertThat(taste.hidden()).singleElement().satisfies(hidden -> {
                assertThat(hidden.targetId()).isEqualTo(item);
                assertThat(hidden.until()).isNull();
                assertThat(hidden.disliked()).isTrue();
            });
            for (String other : items) {
                assertThat(taste.similar(other, 1000))
                        .extracting(Taste.Similar::itemId)
                        .doesNotContain(item);
            }
            assertThat(taste.lastSession()).doesNotContain(item);
        }
    }

    private static HomeRequest request(String user) {
        return HomeRequest.forUser(user)
                .requestId("r")
                .at(EngineWorld.NOW)
                .seed(3)
                .build();
    }

    private List<Path> filesWith(String text) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(file);
                }
            }
        }
        // Blocks of the log are deflated, so bytes alone do not tell.
        Path log = directory.resolve("experience");
        new ExperienceLogReader(log).pages(page -> {
            if (page.page().userId().equals(text)) {
                found.add(log);
            }
        });
        new ExperienceLogReader(log).interactions(interaction -> {
            if (interaction.userId().equals(text)) {
                found.add(log);
            }
        });
        return found;
    }
}
