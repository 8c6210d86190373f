package io.shelfwright.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.learning.evaluation.Resampling.Bootstrap;
import io.shelfwright.learning.evaluation.Resampling.Jackknife;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ResamplingTest {
    private static final int WORLDS = 200;

    @Test
    void drawsOfTheBootstrapArePoissonOfMeanOne() {
        Bootstrap bootstrap = new Bootstrap(keys(500), 500, 400, 7);
        double sum = 0;
        double squares = 0;
        for (int replicate = 0; replicate < 400; replicate++) {
            for (int count : bootstrap.counts(replicate)) {
                sum += count;
                squares += (double) count * count;
            }
        }
        double mean = sum / 200_000;
        assertThat(mean).isCloseTo(1, within(0.01));
        assertThat(squares / 200_000 - mean * mean).isCloseTo(1, within(0.02));
    }

    @Test
    void aBootstrapOfFewUnitsIsMadeUpForAndCountsItsReplicates() {
        double[] drawn = new SplittableRandom(9).doubles(100).toArray();
        double mean = Arrays.stream(drawn).average().orElseThrow();
        double deviation =
                Math.sqrt(Arrays.stream(drawn).map(d -> (d - mean) * (d - mean)).sum() / 99);
        Measured equal = new Bootstrap(keys(20), 20, 100, 1).measure(0.5, drawn);
        assertThat(equal.error()).isCloseTo(deviation * Math.sqrt(20 / 19.0), within(1e-12));
        assertThat(equal.degrees()).isEqualTo((int) (1 / (1 / 19.0 + 1 / 99.0)));
        Measured unequal = new Bootstrap(keys(20), 5, 100, 1).measure(0.5, drawn);
        assertThat(unequal.error()).isCloseTo(deviation * Math.sqrt(5 / 4.0), within(1e-12));
        assertThat(unequal.degrees()).isEqualTo(3);
        assertThat(new Bootstrap(keys(20), 1, 100, 1).measure(0.5, drawn).hasInterval())
                .as("one unit has all the rows")
                .isFalse();
    }

    @Test
    void unitsWithManyRowsAreFewerThanTheySeem() {
        List<String> groups = new ArrayList<>();
        List<String> users = new ArrayList<>();
        for (int row = 0; row < 12; row++) {
            groups.add("r" + row);
            users.add(row < 9 ? "loud" : "quiet " + row);
        }
        ExampleTable table = ExampleTable.of(groups)
                .users(users)
                .label("stream", new double[12])
                .score(new ScoreColumn(ScoreColumn.CANDIDATE, "stream", true, new double[12]))
                .build();
        int[] rows = new int[12];
        Arrays.setAll(rows, row -> row);
        assertThat(Sample.of(table, rows, ResamplingUnit.USER).effectiveUnits())
                .isCloseTo(12.0 * 12 / (81 + 3), within(1e-12));
        assertThat(Sample.of(table, rows, ResamplingUnit.REQUEST).effectiveUnits())
                .isCloseTo(12, within(1e-12));
    }

    @Test
    void theJackknifeHasThePseudoValuesOfTfma() {
        Jackknife jackknife = new Jackknife(keys(43), 1);
        int[] left = new int[20];
        for (int replicate = 0; replicate < jackknife.replicates(); replicate++) {
            left[replicate] = 43 - Arrays.stream(jackknife.counts(replicate)).sum();
        }
        assertThat(left).contains(2, 3).containsOnly(2, 3);
        double[] without = new SplittableRandom(5).doubles(20).toArray();
        Measured measured = jackknife.measure(0.6, without);
        double[] pseudo = Arrays.stream(without).map(t -> 20 * 0.6 - 19 * t).toArray();
        double mean = Arrays.stream(pseudo).average().orElseThrow();
        double variance =
                Arrays.stream(pseudo).map(p -> (p - mean) * (p - mean)).sum() / 19;
        assertThat(measured.error()).isCloseTo(Math.sqrt(variance / 20), within(1e-12));
        double center = Arrays.stream(without).average().orElseThrow();
        assertThat(measured.high()).isCloseTo(center + 2.093024 * measured.error(), within(1e-6));
    }

    @Test
    void fewerUnitsThanBucketsHaveNoJackknife() {
        assertThat(new Jackknife(keys(19), 1).replicates()).isZero();
        assertThat(new Jackknife(keys(19), 1).measure(1, new double[0]).hasInterval())
                .isFalse();
    }

    @Test
    void intervalsOfADifferenceCoverTheTruthAboutAsOftenAsTheySay() {
        for (IntervalMethod method : List.of(IntervalMethod.BOOTSTRAP, IntervalMethod.JACKKNIFE)) {
            // Of 200 intervals of 95 %, 182 to 197 cover the truth in all but one of a thousand such tests.
            assertThat(covered(method, ResamplingUnit.AUTO)).as(method.name()).isBetween(182, 198);
        }
    }

    @Test
    void requestsAsUnitsAreTooSureOfThemselvesWhereAUserHasManyAlike() {
        assertThat(covered(IntervalMethod.BOOTSTRAP, ResamplingUnit.REQUEST)).isLessThan(165);
    }

    /** In how many worlds the interval holds the true difference of log loss, where each user has a bent of their own. */
    private static int covered(IntervalMethod method, ResamplingUnit unit) {
        int covered = 0;
        for (int world = 0; world < WORLDS; world++) {
            SplittableRandom random = new SplittableRandom(1000 + world);
            int users = 60;
            int requests = 6;
            List<String> groups = new ArrayList<>();
            List<String> names = new ArrayList<>();
            double[] labels = new double[users * requests];
            double[] candidate = new double[labels.length];
            double[] live = new double[labels.length];
            for (int user = 0; user < users; user++) {
                double bent = random.nextDouble();
                for (int request = 0; request < requests; request++) {
                    int row = user * requests + request;
                    groups.add("r" + request);
                    names.add("u" + user);
                    labels[row] = random.nextDouble() < bent ? 1 : 0;
                    candidate[row] = 0.6;
                    live[row] = 0.4;
                }
            }
            // Over all bents, half of the labels are 1: both constants lose the same, so the true difference is 0.
            ExampleTable table = ExampleTable.of(groups)
                    .users(names)
                    .label("stream", labels)
                    .score(new ScoreColumn(ScoreColumn.CANDIDATE, "stream", true, candidate))
                    .score(new ScoreColumn(ScoreColumn.LIVE, "stream", true, live))
                    .build();
            EvaluationSettings settings =
                    EvaluationSettings.DEFAULTS.draws(100, world).intervals(method, unit);
            Measured difference = Evaluator.evaluate(table, settings)
                    .overall()
                    .difference("stream", "live", "log-loss")
                    .orElseThrow();
            covered += difference.low() <= 0 && difference.high() >= 0 ? 1 : 0;
        }
        return covered;
    }

    @Test
    void aPairIsMeasuredOnTheSameDraws() {
        RandomTable t = new RandomTable(new SplittableRandom(4), 60, 6, 5);
        ExampleTable table = ExampleTable.of(t.groups)
                .label("stream", t.labels)
                .score(new ScoreColumn(ScoreColumn.CANDIDATE, "stream", true, t.scores))
                .score(new ScoreColumn(ScoreColumn.LIVE, "stream", true, t.scores))
                .build();
        SliceResult overall = Evaluator.evaluate(table, EvaluationSettings.DEFAULTS.draws(100, 1))
                .overall();
        Measured difference = overall.difference("stream", "live", "auc").orElseThrow();
        assertThat(difference.value()).isZero();
        assertThat(difference.high() - difference.low()).isZero();
        assertThat(overall.metric("stream", "live", "auc").orElseThrow().error())
                .isPositive();
    }

    private static long[] keys(int units) {
        return LongStream.range(0, units).map(unit -> Keys.hash("unit " + unit)).toArray();
    }
}
