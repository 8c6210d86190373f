package io.shelfwright.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.testkit.RandomCases;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SparseValuesTest {
    @Test
    void valuesAddUpAsInAMapHoweverManyThereAre() {
        RandomCases.run(20, (seed, random) -> {
            SparseValues values = new SparseValues(random.nextInt(10));
            Map<Integer, Float> expected = new HashMap<>();
            for (int i = 0; i < 500; i++) {
                int key = random.nextInt(200) * (random.nextBoolean() ? 1 : 1024);
                values.add(key, i);
                expected.merge(key, (float) i, Float::sum);
            }
            for (int key = 0; key < 300; key++) {
                assertThat(values.get(key)).isEqualTo(expected.getOrDefault(key, 0f));
                assertThat(values.contains(key)).isEqualTo(expected.containsKey(key));
            }
        });
    }
}
