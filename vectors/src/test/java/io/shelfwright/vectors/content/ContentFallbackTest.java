package io.shelfwright.vectors.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.vectors.ItemFactors;
import io.shelfwright.vectors.algebra.Chunks;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContentFallbackTest {
    private static final int ITEMS = 60;

    @Test
    void anItemWithoutPlaysLiesWhereItsGenreLies() {
        ItemFactors filled = fill(0, 2);
        for (int item = 50; item < ITEMS; item++) {
            float own = filled.values()[item * 2 + item % 2];
            float other = filled.values()[item * 2 + 1 - item % 2];
            assertThat(own).isGreaterThan(0.5f).isGreaterThan(other + 0.4f);
            assertThat(filled.known().get(item)).isTrue();
        }
    }

    @Test
    void whatWasLearnedStaysOrIsBlendedByItsListeners() {
        ItemFactors learned = learned();
        ItemFactors kept = fill(0, 2);
        ItemFactors blended = fill(50, 2);
        for (int at = 0; at < 50 * 2; at++) {
            assertThat(kept.values()[at]).isEqualTo(learned.values()[at]);
        }
        // 50 listeners and a prior of 50: half and half, so nearer to the genre's mean.
        assertThat(Math.abs(blended.values()[0] - 1)).isLessThan(Math.abs(learned.values()[0] - 1) + 0.05f);
        assertThat(blended.values()[0]).isNotEqualTo(learned.values()[0]);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() {
        assertThat(fill(50, 4).values()).containsExactly(fill(50, 1).values());
    }

    @Test
    void anItemThatHasNothingInCommonStaysUnknown() {
        List<Item> items = new ArrayList<>(items());
        items.set(59, Item.builder("z", new ItemKind("odd"), "").build());
        ItemFactors filled = ContentFallback.fill(learned(), new ContentFeatures(items), listeners(), 0, 1);
        assertThat(filled.known().get(59)).isFalse();
        assertThat(filled.known().get(58)).isTrue();
    }

    @Test
    void theRegressionIsWhereItsLossIsFlat() {
        List<Item> items = items();
        ContentFeatures features = new ContentFeatures(items);
        ItemFactors learned = learned();
        double[] weights = new double[ITEMS];
        java.util.Arrays.fill(weights, 0, 50, 0.7);
        double ridge = 2;
        double[] estimate = new double[2];
        double[] residualSums = new double[ContentFeatures.WIDTH];
        try (Chunks chunks = new Chunks(2)) {
            ContentRegression regression = ContentRegression.fit(features, learned.values(), 2, weights, ridge, chunks);
            for (int item = 0; item < 50; item++) {
                regression.estimate(features, item, estimate);
                for (int k = 0; k < features.columns(item).length; k++) {
                    residualSums[features.columns(item)[k]] +=
                            0.7 * features.values(item)[k] * (learned.values()[item * 2] - estimate[0]);
                }
            }
            // X'W(y - Xb) = lambda b, so one more estimate gives lambda times itself.
            for (int item = 0; item < ITEMS; item++) {
                regression.estimate(features, item, estimate);
                double expected = 0;
                for (int k = 0; k < features.columns(item).length; k++) {
                    expected += features.values(item)[k] * residualSums[features.columns(item)[k]] / ridge;
                }
                assertThat(estimate[0]).isCloseTo(expected, within(1e-4));
            }
        }
    }

    @Test
    void tokensNameWhatTheItemSays() {
        Item show = Item.builder("p", ItemKind.PODCAST_SHOW, "Der Wald")
                .genres("true crime")
                .artists("a1")
                .language("de")
                .publisher("Haus")
                .description("Über 20 Bäume")
                .build();
        assertThat(ContentFeatures.tokens(show))
                .contains(
                        "kind:podcast-show",
                        "artist:a1",
                        "genre:true crime",
                        "word:crime",
                        "publisher:Haus",
                        "language:de",
                        "word:wald",
                        "word:über",
                        "word:bäume");
    }

    private static ItemFactors fill(double prior, int threads) {
        return ContentFallback.fill(learned(), new ContentFeatures(items()), listeners(), prior, threads);
    }

    private static int[] listeners() {
        int[] listeners = new int[ITEMS];
        java.util.Arrays.fill(listeners, 0, 50, 50);
        return listeners;
    }

    private static List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            items.add(Item.builder("i" + item, ItemKind.ALBUM, "")
                    .genres(item % 2 == 0 ? "rock" : "jazz")
                    .build());
        }
        return items;
    }

    /** Even items near (1, 0), odd ones near (0, 1); the last ten unknown. */
    private static ItemFactors learned() {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[ITEMS * 2];
        BitSet known = new BitSet(ITEMS);
        for (int item = 0; item < 50; item++) {
            values[item * 2 + item % 2] = 1;
            values[item * 2] += (float) (0.2 * random.nextDouble() - 0.1);
            values[item * 2 + 1] += (float) (0.2 * random.nextDouble() - 0.1);
            known.set(item);
        }
        return new ItemFactors(
                2, values, known, new ItemFactors.FoldIn(0.1, 0.1, 1, 0), new ItemFactors.Origin("ials", 1, 1, 1));
    }
}
