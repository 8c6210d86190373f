package io.shelfwright.sample.data;

import static io.shelfwright.sample.data.InputFixtures.tree;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.Explicitness;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.Item;
import io.shelfwright.api.UserProfile;
import io.shelfwright.sample.data.synthetic.SyntheticTaste;
import io.shelfwright.sample.data.synthetic.SyntheticWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticWorldTest {
    @TempDir
    private static Path temp;

    private static DataDirectory data;
    private static final Map<String, Item> ITEMS = new HashMap<>();
    private static final Map<String, UserProfile> PROFILES = new HashMap<>();
    private static final List<Interaction> HISTORY = new ArrayList<>();

    @BeforeAll
    static void write() {
        data = DataDirectory.open(temp.resolve("one"));
        SyntheticWorld.write(data, 7);
        data.source().items(item -> ITEMS.put(item.id(), item));
        data.source().profiles().forEach(profile -> PROFILES.put(profile.userId(), profile));
        data.source().interactions(HISTORY::add);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedAnotherWorld() {
        SyntheticWorld.write(DataDirectory.open(temp.resolve("two")), 7);
        SyntheticWorld.write(DataDirectory.open(temp.resolve("three")), 8);
        assertThat(tree(temp.resolve("two"))).isEqualTo(tree(temp.resolve("one")));
        assertThat(tree(temp.resolve("three"))).isNotEqualTo(tree(temp.resolve("one")));
    }

    @Test
    void theWorldHasTheSizeItClaims() {
        assertThat(PROFILES).hasSize(200);
        assertThat(kind("artist")).isEqualTo(60);
        assertThat(kind("album")).isBetween(240L, 360L);
        assertThat(kind("playlist")).isEqualTo(80);
        assertThat(kind("podcast-show")).isEqualTo(80);
        assertThat(HISTORY).hasSizeBetween(30_000, 200_000);
        assertThat(data.referenceTime()).contains(SyntheticWorld.REFERENCE_TIME);
    }

    @Test
    void nobodyHearsWhatTheyMayNotOrWhatWasNotOutYet() {
        assertThat(HISTORY).allSatisfy(event -> {
            Item item = ITEMS.get(event.targetId());
            UserProfile profile = PROFILES.get(event.userId());
            assertThat(item.markets().contains(Item.EVERYWHERE)
                            || item.markets().contains(profile.market()))
                    .isTrue();
            assertThat(profile.explicitAllowed() || item.explicitness() == Explicitness.CLEAN)
                    .isTrue();
            assertThat(item.minimumAge()).isLessThanOrEqualTo(profile.age());
            assertThat(event.time()).isBefore(SyntheticWorld.REFERENCE_TIME);
            if (item.kind().name().equals("album")) {
                assertThat(item.releasedAt()).isBeforeOrEqualTo(event.time());
            }
        });
    }

    @Test
    void listenersPlayWhatTheyTrulyLike() {
        SyntheticTaste taste = SyntheticTaste.read(data);
        double played = HISTORY.stream()
                .mapToDouble(event -> taste.affinity(event.userId(), ITEMS.get(event.targetId())))
                .average()
                .orElseThrow();
        double any = PROFILES.keySet().stream()
                .flatMap(user -> ITEMS.values().stream().map(item -> taste.affinity(user, item)))
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        assertThat(played).isGreaterThan(2 * any);
        assertThat(taste.affinity("nobody", ITEMS.values().iterator().next())).isZero();
    }

    @Test
    void theEditorsFileNamesItemsThatExist() throws IOException {
        Matcher ids = Pattern.compile("- \"([a-z]+:synthetic:[0-9]+)\"")
                .matcher(Files.readString(SyntheticWorld.editorialFile(data)));
        int found = 0;
        for (; ids.find(); found++) {
            assertThat(ITEMS).containsKey(ids.group(1));
        }
        assertThat(found).isGreaterThanOrEqualTo(25);
    }

    private static long kind(String name) {
        return ITEMS.values().stream()
                .filter(item -> item.kind().name().equals(name))
                .count();
    }
}
