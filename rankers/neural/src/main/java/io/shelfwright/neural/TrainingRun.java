package io.shelfwright.neural;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** The passes over the rows; used once. */
final class TrainingRun {
    /** Greatest Euclidean length of a step's gradient. */
    private static final float LONGEST_GRADIENT = 5;

    private static final double BETTER = 1e-5;
    private static final int HELD_OUT_ROWS_AT_ONCE = 4096;

    private final NeuralTrainerSettings settings;
    private final Model model;
    private final TrainingRows rows;
    private final GroupSplit split;
    private final SplittableRandom random;
    private final Consumer<String> progress;

    TrainingRun(
            NeuralTrainerSettings settings,
            Model model,
            TrainingRows rows,
            GroupSplit split,
            SplittableRandom random,
            Consumer<String> progress) {
        this.settings = settings;
        this.model = model;
        this.rows = rows;
        this.split = split;
        this.random = random;
        this.progress = progress;
    }

    /** Returns the parameters of the pass with the least held-out loss; of the last pass where no rows are held out. */
    Parameters run(Network network) {
        DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.sigmoidBinaryCrossEntropyLoss())
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(Adam.builder()
                        .optLearningRateTracker(Tracker.fixed((float) settings.learningRate()))
                        .build());
        try (Trainer trainer = model.newTrainer(config)) {
            trainer.initialize(new Shape(settings.batchSize(), network.inputs()));
            return passes(trainer);
        }
    }

    private Parameters passes(Trainer trainer) {
        Block block = model.getBlock();
        Parameters best = Network.read(block);
        double least = Double.POSITIVE_INFINITY;
        int[] order = split.learning().clone();
        int worse = 0;
        for (int pass = 1; pass <= settings.epochs() && worse < settings.patience(); pass++) {
            shuffle(order);
            double loss = pass(trainer, order);
            if (!Double.isFinite(loss)) {
                throw new IllegalArgumentException("the loss became " + loss + " in pass " + pass
                        + "; lower learning-rate, which is " + settings.learningRate());
            }
            double heldOut = split.heldOut().length == 0 ? Double.NaN : heldOutLoss(trainer);
            progress.accept(String.format(
                    Locale.ROOT, "pass %d: log loss %.5f in training, %.5f held out", pass, loss, heldOut));
            worse = heldOut >= least - BETTER ? worse + 1 : 0;
            if (worse == 0) {
                least = heldOut;
                best = Network.read(block);
            }
        }
        return best;
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
    }

    private double pass(Trainer trainer, int[] order) {
        double loss = 0;
        double weight = 0;
        for (int from = 0; from < order.length; from += settings.batchSize()) {
            int to = Math.min(order.length, from + settings.batchSize());
            loss += step(trainer, order, from, to);
            weight += weight(order, from, to);
        }
        return loss / weight;
    }

    private double step(Trainer trainer, int[] order, int from, int to) {
        try (NDManager manager = trainer.getManager().newSubManager();
                GradientCollector collector = trainer.newGradientCollector()) {
            TrainingRows.Batch batch = rows.batch(manager, order, from, to, settings.featureDropout(), random);
            NDArray logits = trainer.forward(new NDList(batch.inputs())).singletonOrThrow();
            NDArray loss = batch.loss(logits);
            collector.backward(loss.div(to - from));
            shorten();
            trainer.step();
            forget();
            return loss.toFloatArray()[0];
        }
    }

    /** Scales the gradient of all parameters together down to the greatest length. */
    private void shorten() {
        double squares = 0;
        for (Parameter parameter : model.getBlock().getParameters().values()) {
            try (NDArray gradient = parameter.getArray().getGradient()) {
                for (float value : gradient.toFloatArray()) {
                    squares += (double) value * value;
                }
            }
        }
        double length = Math.sqrt(squares);
        if (length > LONGEST_GRADIENT) {
            for (Parameter parameter : model.getBlock().getParameters().values()) {
                try (NDArray gradient = parameter.getArray().getGradient()) {
                    gradient.muli(LONGEST_GRADIENT / length);
                }
            }
        }
    }

    /** Sets gradients to zero: they add up otherwise. */
    private void forget() {
        for (Parameter parameter : model.getBlock().getParameters().values()) {
            try (NDArray gradient = parameter.getArray().getGradient()) {
                gradient.subi(gradient);
            }
        }
    }

    private double heldOutLoss(Trainer trainer) {
        int[] heldOut = split.heldOut();
        double loss = 0;
        for (int from = 0; from < heldOut.length; from += HELD_OUT_ROWS_AT_ONCE) {
            int to = Math.min(heldOut.length, from + HELD_OUT_ROWS_AT_ONCE);
            try (NDManager manager = trainer.getManager().newSubManager()) {
                TrainingRows.Batch batch = rows.batch(manager, heldOut, from, to, 0, random);
                NDArray logits = trainer.evaluate(new NDList(batch.inputs())).singletonOrThrow();
                loss += batch.loss(logits).toFloatArray()[0];
            }
        }
        return loss / weight(heldOut, 0, heldOut.length);
    }

    private double weight(int[] order, int from, int to) {
        double weight = 0;
        for (int i = from; i < to; i++) {
            weight += rows.weight(order[i]);
        }
        return weight;
    }
}
