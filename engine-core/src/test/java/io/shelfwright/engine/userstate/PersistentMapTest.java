package io.shelfwright.engine.userstate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PersistentMapTest {
    @Test
    void everyVersionStaysWhatItWasAlsoWithEqualHashes() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            PersistentMap<Integer> map = PersistentMap.empty();
            Map<String, Integer> expected = new HashMap<>();
            List<PersistentMap<Integer>> versions = new ArrayList<>();
            List<Map<String, Integer>> contents = new ArrayList<>();
            for (int batch = 0; batch < 40; batch++) {
                Object owner = new Object();
                for (int i = random.nextInt(60); i > 0; i--) {
                    String key = key(random);
                    map = map.put(key, i, owner);
                    expected.put(key, i);
                }
                versions.add(map);
                contents.add(new HashMap<>(expected));
            }
            for (int i = 0; i < versions.size(); i++) {
                assertThat(content(versions.get(i))).as("seed " + seed).isEqualTo(contents.get(i));
                assertThat(versions.get(i).size()).isEqualTo(contents.get(i).size());
                for (int k = 0; k < 20; k++) {
                    String key = key(random);
                    assertThat(versions.get(i).get(key))
                            .isEqualTo(contents.get(i).get(key));
                }
            }
        }
    }

    /** {@code Aa} and {@code BB} have one hash, and so has every string that is made of them in any order. */
    private static String key(Random random) {
        if (random.nextInt(3) == 0) {
            return (random.nextBoolean() ? "Aa" : "BB") + (random.nextBoolean() ? "Aa" : "BB") + random.nextInt(3);
        }
        return "key" + random.nextInt(1_000);
    }

    private static Map<String, Integer> content(PersistentMap<Integer> map) {
        Map<String, Integer> content = new HashMap<>();
        map.forEach((key, value) -> assertThat(content.put(key, value)).isNull());
        return content;
    }
}
