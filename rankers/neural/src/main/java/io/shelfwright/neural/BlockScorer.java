package io.shelfwright.neural;

import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.translate.TranslatorContext;
import io.shelfwright.spi.FeatureMatrix;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Scores rows in blocks of one fixed size, the last one padded; not thread-safe.
 *
 * <p>PyTorch chooses the order of its sums by the shape of the batch, so one row alone and the same row among a hundred
 * differ in the last bits. With one shape, in memory of one alignment, a row's score depends on that row only.
 */
final class BlockScorer implements AutoCloseable {
    /** Rows of a block. */
    static final int ROWS = 256;

    private static final int ALIGNMENT = 64;

    private final Normalisation normalisation;
    private final int outputs;
    private final float[] inputs;
    private final ByteBuffer memory;
    private final Predictor<ByteBuffer, float[]> predictor;

    BlockScorer(NeuralModel model) {
        normalisation = model.normalisation();
        outputs = model.network().outputs();
        int width = model.network().inputs();
        inputs = new float[ROWS * width];
        memory = ByteBuffer.allocateDirect(inputs.length * Float.BYTES + ALIGNMENT)
                .alignedSlice(ALIGNMENT)
                .order(ByteOrder.nativeOrder())
                .limit(inputs.length * Float.BYTES)
                .slice()
                .order(ByteOrder.nativeOrder());
        predictor = model.model().newPredictor(new Block(new Shape(ROWS, width)));
    }

    /** Writes the logits of all rows, row-major. */
    void score(FeatureMatrix rows, float[] logits) {
        int columns = rows.columns();
        int width = normalisation.inputs();
        for (int start = 0; start < rows.rows(); start += ROWS) {
            int count = Math.min(ROWS, rows.rows() - start);
            for (int row = 0; row < count; row++) {
                normalisation.transform(rows.values(), (start + row) * columns, inputs, row * width);
            }
            memory.asFloatBuffer().put(inputs);
            float[] scores = predict();
            System.arraycopy(scores, 0, logits, start * outputs, count * outputs);
        }
    }

    private float[] predict() {
        try {
            return predictor.predict(memory.clear());
        } catch (TranslateException e) {
            throw new IllegalStateException("PyTorch could not score a block: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        predictor.close();
    }

    /** Hands a block of memory to PyTorch and reads the logits back. */
    private record Block(Shape shape) implements NoBatchifyTranslator<ByteBuffer, float[]> {
        @Override
        public NDList processInput(TranslatorContext context, ByteBuffer input) {
            return new NDList(context.getNDManager().create(input, shape, DataType.FLOAT32));
        }

        @Override
        public float[] processOutput(TranslatorContext context, NDList list) {
            return list.singletonOrThrow().toFloatArray();
        }
    }
}
