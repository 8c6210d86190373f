package io.shelfwright.engine.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.TargetType;
import io.shelfwright.engine.snapshots.ItemCatalog;
import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.TasteVector;
import io.shelfwright.testkit.RandomCases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's vector: what the normal equations say, however the interactions came. */
class TasteFoldTest {
    private static final int ITEMS = 200;
    private static final int DIMENSION = 12;
    private static final FoldIn FOLD_IN = new FoldIn(0.1, 0.01, 1, 100, 0.5);

    @TempDir
    private Path directory;

    private final List<Item> items = SyntheticVectors.items(ITEMS);
    private final SyntheticVectors rows = new SyntheticVectors(ITEMS, DIMENSION, new SplittableRandom(5));
    private ItemCatalog catalog;

    @BeforeEach
    void makeCatalog() throws IOException {
        VectorSpace sessions = new VectorSpace("sessions", DIMENSION, "synthetic", 1, Map.of(), Optional.empty());
        VectorFiles.write(directory, SyntheticVectors.space("collaborative", DIMENSION), items, rows);
        VectorFiles.write(directory, sessions, items, rows);
        catalog = VectorWorld.catalog(items, VectorFiles.readAll(directory, items, 0));
    }

    private Interaction did(InteractionType type, int item, double amount, long minute) {
        return Interaction.of("u", type, items.get(item).id())
                .withAmount(amount)
                .at(VectorWorld.NOW.plus(Duration.ofMinutes(minute)))
                .withId("i-" + minute + "-" + item);
    }

    private TasteFold fold(List<Interaction> interactions) {
        TasteFold fold = TasteFold.none(catalog);
        for (Interaction interaction : interactions) {
            fold = fold.plus(interaction);
        }
        return fold;
    }

    private List<Interaction> random(RandomGenerator random, int count) {
        List<Interaction> some = new ArrayList<>();
        long minute = 0;
        for (int i = 0; i < count; i++) {
            minute += random.nextInt(4) == 0 ? random.nextInt(40_000) : random.nextInt(10);
            InteractionType type = List.of(InteractionType.PLAY, InteractionType.SAVE, InteractionType.SKIP)
                    .get(random.nextInt(3));
            some.add(did(type, random.nextInt(ITEMS), 1 + random.nextInt(4), minute));
        }
        return some;
    }

    @Test
    void aUserWhoDidNothingHasNoVector() {
        assertThat(TasteFold.none(catalog).vector("collaborative")).isEmpty();
        assertThat(fold(List.of(
                                did(InteractionType.SKIP, 0, 1, 0),
                                did(InteractionType.HIDE, 1, 1, 1),
                                did(InteractionType.PLAY, 4, 1, 2)))
                        .vector("collaborative"))
                .as("skips and hides say nothing, and item 4 has no vector")
                .isEmpty();
    }

    @Test
    void theSameInteractionsGiveTheSameBitsWhetherTheVectorIsReadInBetweenOrNot() {
        RandomCases.run(10, (seed, random) -> {
            List<Interaction> some = random(random, 1 + random.nextInt(150));
            TasteFold stepwise = TasteFold.none(catalog);
            for (Interaction interaction : some) {
                stepwise = stepwise.plus(interaction);
                stepwise.vector("collaborative");
            }
            Optional<TasteVector> all = fold(some).vector("collaborative");

            Optional<TasteVector> last = stepwise.vector("collaborative");
            assertThat(last.isPresent()).isEqualTo(all.isPresent());
            all.ifPresent(vector -> assertThat(last.orElseThrow().values()).isEqualTo(vector.values()));
        });
    }

    @Test
    void anEarlierTasteIsNotChangedByWhatComesLater() {
        List<Interaction> some = random(new SplittableRandom(1), 40);
        TasteFold early = fold(some);
        TasteFold twin = fold(some);
        early.plus(did(InteractionType.PLAY, 3, 5, 10_000_000));

        assertThat(early.vector("collaborative").orElseThrow().values())
                .isEqualTo(twin.vector("collaborative").orElseThrow().values());
    }

    @Test
    void theFoldInSolvesTheNormalEquations() {
        RandomCases.run(10, (seed, random) -> {
            Map<Integer, Double> plays = new TreeMap<>();
            UserFactor factor = ((StoredVectors) catalog.vectors().orElseThrow()).noUser();
            int count = 1 + random.nextInt(60);
            for (int i = 0; i < count; i++) {
                int item = random.nextInt(ITEMS);
                double amount = 1 + random.nextInt(3);
                double before = plays.getOrDefault(item, 0.0);
                plays.put(item, before + amount);
                double rise = FOLD_IN.confidence(before + amount) - FOLD_IN.confidence(before);
                factor = factor.plus(rows.rows[item], rise, plays.size(), before == 0);
            }

            assertThat(factor.solution()).containsExactly(dense(plays), within(1e-8));
        });
    }

    /** Solves {@code (sum c v v' + a0 G + r I) u = sum c v} by elimination. */
    private double[] dense(Map<Integer, Double> plays) {
        double[][] a = new double[DIMENSION][DIMENSION + 1];
        for (int item = 0; item < ITEMS; item++) {
            boolean learned = rows.origin(item) == io.shelfwright.spi.VectorOrigin.LEARNED;
            double c = FOLD_IN.confidence(plays.getOrDefault(item, 0.0));
            for (int i = 0; i < DIMENSION; i++) {
                for (int j = 0; j < DIMENSION; j++) {
                    a[i][j] += (c + (learned ? FOLD_IN.a0() : 0)) * rows.rows[item][i] * rows.rows[item][j];
                }
                a[i][DIMENSION] += c * rows.rows[item][i];
            }
        }
        for (int i = 0; i < DIMENSION; i++) {
            a[i][i] += FOLD_IN.ridge(Integer.highestOneBit(plays.size()));
        }
        for (int p = 0; p < DIMENSION; p++) {
            for (int i = p + 1; i < DIMENSION; i++) {
                double factor = a[i][p] / a[p][p];
                for (int j = p; j <= DIMENSION; j++) {
                    a[i][j] -= factor * a[p][j];
                }
            }
        }
        double[] u = new double[DIMENSION];
        for (int i = DIMENSION - 1; i >= 0; i--) {
            u[i] = a[i][DIMENSION];
            for (int j = i + 1; j < DIMENSION; j++) {
                u[i] -= a[i][j] * u[j];
            }
            u[i] /= a[i][i];
        }
        return u;
    }

    @Test
    void theLastSessionOutweighsWhatIsOlder() {
        List<Interaction> some = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            some.add(did(InteractionType.PLAY, 0, 1, i));
        }
        for (int i = 0; i < 3; i++) {
            some.add(did(InteractionType.PLAY, 10, 1, 60L * 24 * 30 + i));
        }
        ItemVectors vectors = catalog.vectors("sessions").orElseThrow();
        float[] taste = fold(some).vector("sessions").orElseThrow().values();

        float[] expected = new float[DIMENSION];
        for (int j = 0; j < DIMENSION; j++) {
            // Three of weight 1/2 (a half-life ago), three of about 1 and, being the session, about 1 again.
            expected[j] = (0.5f * rows.rows[0][j] + 2 * rows.rows[10][j]) / 2.5f;
        }
        assertThat(Cosine.of(dot(taste, expected), Cosine.length(taste), Cosine.length(expected)))
                .isGreaterThan(0.999);
        assertThat(vectors.cosine(taste, 10)).isGreaterThan(vectors.cosine(taste, 0));
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (double) a[j] * b[j];
        }
        return sum;
    }

    @Test
    void aVectorNamesTheVersionThatItFits() {
        TasteVector taste = fold(List.of(did(InteractionType.PLAY, 0, 1, 0), did(InteractionType.LIKE, 1, 1, 1)))
                .vector("collaborative")
                .orElseThrow();

        assertThat(taste.items()).isEqualTo(2);
        assertThat(taste.fits(catalog.vectors().orElseThrow())).isTrue();
        assertThat(taste.fits(catalog.vectors("sessions").orElseThrow())).isFalse();
    }

    @Test
    void aFollowedArtistCountsOnlyWhereTheCatalogHasItAsAnItem() {
        Interaction follow = new Interaction(
                "i",
                "u",
                InteractionType.FOLLOW,
                TargetType.ARTIST,
                items.get(0).id(),
                VectorWorld.NOW,
                1,
                "",
                "",
                "",
                false);

        assertThat(fold(List.of(follow)).vector("collaborative"))
                .as("item 0 is an album")
                .isEmpty();
    }

    @Test
    void whatWasPlayedIsFoundAgainInTheTree() {
        RandomCases.run(20, (seed, random) -> {
            Map<Integer, Double> plain = new TreeMap<>();
            PlayedItems tree = PlayedItems.NONE;
            int range = 1 << (3 + random.nextInt(28));
            for (int i = 0; i < 300; i++) {
                int item = random.nextInt(range);
                PlayedItems older = tree;
                double before = older.get(item).plays();
                tree = tree.plus(tree.get(item).plus(InteractionType.PLAY, 2));
                assertThat(older.get(item).plays()).isEqualTo(before);
                plain.merge(item, 2.0, Double::sum);
            }
            assertThat(tree.size()).isEqualTo(plain.size());
            for (Map.Entry<Integer, Double> entry : plain.entrySet()) {
                assertThat(tree.get(entry.getKey()).plays()).isEqualTo(entry.getValue());
            }
            assertThat(tree.get(range).isKnown()).isFalse();
        });
    }
}
