package io.shelfwright.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.shelfwright.spi.TrainingSet;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Makes batches of a training set. */
final class TrainingRows {
    private final TrainingSet data;
    private final int[] objectives;
    private final Normalisation normalisation;

    TrainingRows(TrainingSet data, int[] objectives, Normalisation normalisation) {
        this.data = data;
        this.objectives = objectives;
        this.normalisation = normalisation;
    }

    /**
     * Makes a batch of the rows {@code order[from..to)}.
     *
     * @param dropout share of the values to hide, drawn from {@code random}
     */
    Batch batch(NDManager manager, int[] order, int from, int to, double dropout, SplittableRandom random) {
        int rows = to - from;
        int width = normalisation.inputs();
        float[] inputs = new float[rows * width];
        float[] labels = new float[rows * objectives.length];
        float[] weights = new float[rows];
        float[] offsets = new float[labels.length];
        for (int i = 0; i < rows; i++) {
            int row = order[from + i];
            normalisation.transform(data.features().values(), row * normalisation.columns(), inputs, i * width);
            hide(inputs, i * width, dropout, random);
            for (int objective = 0; objective < objectives.length; objective++) {
                labels[i * objectives.length + objective] = data.label(row, objectives[objective]);
                offsets[i * objectives.length + objective] = data.offset(row, objectives[objective]);
            }
            weights[i] = data.weight(row);
        }
        return new Batch(
                manager.create(inputs, new Shape(rows, width)),
                manager.create(labels, new Shape(rows, objectives.length)),
                manager.create(weights, new Shape(rows, 1)),
                data.hasOffsets() ? manager.create(offsets, new Shape(rows, objectives.length)) : null);
    }

    private void hide(float[] inputs, int from, double dropout, SplittableRandom random) {
        int columns = normalisation.columns();
        for (int column = 0; dropout > 0 && column < columns; column++) {
            if (random.nextDouble() < dropout) {
                inputs[from + column] = 0;
                inputs[from + columns + column] = 1;
            }
        }
    }

    double weight(int row) {
        return data.weight(row);
    }

    /**
     * One batch in PyTorch's memory.
     *
     * @param inputs rows x inputs
     * @param labels rows x objectives
     * @param weights rows x 1
     * @param offsets rows x objectives, null where there are none
     */
    record Batch(
            NDArray inputs,
            NDArray labels,
            NDArray weights,
            @Nullable NDArray offsets) {

        /** Returns the sum over rows and objectives of weight x log loss, in a form that never overflows. */
        NDArray loss(NDArray model) {
            NDArray logits = offsets == null ? model : model.add(offsets);
            NDArray losses = logits.maximum(0)
                    .sub(logits.mul(labels))
                    .add(logits.abs().neg().exp().add(1).log());
            return losses.mul(weights).sum();
        }
    }
}
