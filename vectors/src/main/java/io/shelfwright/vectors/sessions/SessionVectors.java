package io.shelfwright.vectors.sessions;

import io.shelfwright.vectors.ItemFactors;
import io.shelfwright.vectors.ItemFactors.FoldIn;
import io.shelfwright.vectors.ItemFactors.Origin;
import io.shelfwright.vectors.TrainingSetup;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Learns vectors of items that are played one after the other: skip-gram with negative sampling over sessions (Mikolov et al.
 * 2013; Barkan, Koenigstein 2016), with the exponent of negative draws that suits music (Caselles-Dupré et al. 2018).
 *
 * <p>Runs on one thread, because steps of several would meet in an order that no seed decides. Takes {@code 8 d} bytes an item
 * and 4 a play; an epoch costs {@code plays * window * (1 + negatives) * 4 d} multiplications or fewer.
 */
public final class SessionVectors {
    private final SessionVectorsSettings settings;
    private final float[] inputs;
    private final float[] outputs;
    private final double[] gradient;

    private SessionVectors(int items, SessionVectorsSettings settings) {
        this.settings = settings;
        inputs = new float[items * settings.dimension()];
        outputs = new float[items * settings.dimension()];
        gradient = new double[settings.dimension()];
    }

    /**
     * Learns; items that no session of two or more has get no vector.
     *
     * @param items number of items
     * @param sessions items of each session in the order of their plays
     */
    public static ItemFactors train(
            int items, List<int[]> sessions, SessionVectorsSettings settings, TrainingSetup setup) {
        SessionVectors training = new SessionVectors(items, settings);
        long[] counts = new long[items];
        long plays = 0;
        for (int[] session : sessions) {
            for (int item : session) {
                counts[item] += session.length > 1 ? 1 : 0;
            }
            plays += session.length;
        }
        SplittableRandom random = new SplittableRandom(setup.seed());
        for (int at = 0; at < training.inputs.length; at++) {
            training.inputs[at] = (float) ((random.nextDouble() - 0.5) / settings.dimension());
        }
        NoiseDraws noise = new NoiseDraws(counts, settings.exponent());
        long done = 0;
        for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
            double loss = 0;
            long pairs = 0;
            for (int[] session : sessions) {
                double step = settings.stepSize() * Math.max(1e-4, 1 - done / (double) (plays * settings.epochs()));
                for (int at = 0; at < session.length; at++) {
                    int reach = 1 + random.nextInt(settings.window());
                    for (int near = Math.max(0, at - reach); near <= Math.min(session.length - 1, at + reach); near++) {
                        if (session[near] != session[at]) {
                            loss += training.step(session[at], session[near], step, noise, random);
                            pairs++;
                        }
                    }
                }
                done += session.length;
            }
            setup.progress().report("sessions", epoch, settings.epochs(), pairs == 0 ? Double.NaN : loss / pairs);
        }
        BitSet known = new BitSet(items);
        for (int item = 0; item < items; item++) {
            known.set(item, counts[item] > 0);
            if (counts[item] == 0) {
                java.util.Arrays.fill(
                        training.inputs, item * settings.dimension(), (item + 1) * settings.dimension(), 0);
            }
        }
        return new ItemFactors(
                settings.dimension(),
                training.inputs,
                known,
                new FoldIn(0, 0, 0, 0),
                new Origin("item2vec", setup.seed(), sessions.size(), (int) Math.min(Integer.MAX_VALUE, plays)));
    }

    /** One step of gradient descent; returns the loss before it. */
    private double step(int item, int near, double step, NoiseDraws noise, SplittableRandom random) {
        int d = settings.dimension();
        int offset = item * d;
        java.util.Arrays.fill(gradient, 0);
        double loss = 0;
        for (int draw = 0; draw <= settings.negatives(); draw++) {
            int other = draw == 0 ? near : noise.next(random);
            if (draw > 0 && (other == near || other == item)) {
                continue;
            }
            int at = other * d;
            double dot = 0;
            for (int c = 0; c < d; c++) {
                dot += inputs[offset + c] * outputs[at + c];
            }
            double chance = 1 / (1 + StrictMath.exp(-dot));
            loss -= StrictMath.log(Math.max(1e-12, draw == 0 ? chance : 1 - chance));
            double error = step * ((draw == 0 ? 1 : 0) - chance);
            for (int c = 0; c < d; c++) {
                gradient[c] += error * outputs[at + c];
                outputs[at + c] += (float) (error * inputs[offset + c]);
            }
        }
        for (int c = 0; c < d; c++) {
            inputs[offset + c] += (float) gradient[c];
        }
        return loss;
    }
}
