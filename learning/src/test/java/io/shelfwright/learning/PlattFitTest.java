package io.shelfwright.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.engine.generation.Calibration.Curve;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlattFitTest {
    private static final Curve IDENTITY = new Curve(1, 0);

    @Test
    void itRecoversTheCurveThatMadeTheLabels() {
        SplittableRandom random = new SplittableRandom(11);
        Curve truth = new Curve(0.6, -1.2);
        int n = 200_000;
        double[] logits = new double[n];
        double[] labels = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            logits[i] = random.nextDouble(-4, 4);
            labels[i] = random.nextDouble() < truth.probability(logits[i]) ? 1 : 0;
            weights[i] = random.nextDouble(0.2, 2);
        }
        Curve curve = new PlattFit(logits, labels, weights, new double[logits.length], IDENTITY, 1e-6).fit();
        assertThat(curve.a()).isCloseTo(truth.a(), within(0.02));
        assertThat(curve.b()).isCloseTo(truth.b(), within(0.03));
    }

    @Test
    void fractionsThatLieOnACurveGiveThatCurveExactly() {
        Curve truth = new Curve(1.7, 0.4);
        double[] logits = {-3, -1, 0, 0.5, 2, 4};
        double[] labels = new double[logits.length];
        double[] weights = {1, 2, 0.5, 3, 1, 1};
        for (int i = 0; i < labels.length; i++) {
            labels[i] = truth.probability(logits[i]);
        }
        Curve curve = new PlattFit(logits, labels, weights, new double[logits.length], IDENTITY, 1e-9).fit();
        assertThat(curve.a()).isCloseTo(truth.a(), within(1e-4));
        assertThat(curve.b()).isCloseTo(truth.b(), within(1e-4));
    }

    @Test
    void aStrongRidgeStaysWithTheParentAndOneClassStaysFinite() {
        double[] logits = {-1, 0, 1, 2};
        double[] ones = {1, 1, 1, 1};
        Curve parent = new Curve(0.8, -0.3);
        Curve held = new PlattFit(logits, ones, ones, new double[logits.length], parent, 1e6).fit();
        assertThat(held.a()).isCloseTo(0.8, within(1e-4));
        assertThat(held.b()).isCloseTo(-0.3, within(1e-4));
        Curve pulled = new PlattFit(logits, ones, ones, new double[logits.length], parent, 2).fit();
        assertThat(pulled.a()).isFinite();
        assertThat(pulled.b()).isFinite().isGreaterThan(-0.3);
    }

    @Test
    void theLevelAloneCanBeFitted() {
        double[] logits = {0, 0, 0, 0};
        double[] labels = {1, 0, 0, 0};
        double[] ones = {1, 1, 1, 1};
        Curve curve = new PlattFit(logits, labels, ones, new double[logits.length], IDENTITY, 1e-9).fitLevel();
        assertThat(curve.a()).isEqualTo(1);
        assertThat(curve.probability(0)).isCloseTo(0.25, within(1e-6));
    }

    @Test
    void hugeLogitsDoNotOverflow() {
        double[] logits = {-5000, 5000, -4000, 4000};
        double[] labels = {0, 1, 1, 0};
        double[] ones = {1, 1, 1, 1};
        Curve curve = new PlattFit(logits, labels, ones, new double[logits.length], IDENTITY, 2).fit();
        assertThat(curve.a()).isFinite();
        assertThat(curve.b()).isFinite();
    }
}
