package io.shelfwright.neural;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shape of the network: layers of weighted sums with ReLU between them.
 *
 * @param widths number of inputs, of units in each hidden layer, and of outputs
 */
@SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
record Network(int[] widths) {

    static Network of(int inputs, int[] hidden, int outputs) {
        int[] widths = new int[hidden.length + 2];
        widths[0] = inputs;
        System.arraycopy(hidden, 0, widths, 1, hidden.length);
        widths[widths.length - 1] = outputs;
        return new Network(widths);
    }

    int inputs() {
        return widths[0];
    }

    int outputs() {
        return widths[widths.length - 1];
    }

    int layers() {
        return widths.length - 1;
    }

    /** Returns a new block of this shape, without parameters. */
    Block block() {
        SequentialBlock block = new SequentialBlock();
        for (int layer = 0; layer < layers(); layer++) {
            if (layer > 0) {
                block.add(Activation.reluBlock());
            }
            block.add(Linear.builder().setUnits(widths[layer + 1]).build());
        }
        return block;
    }

    /** Gives a model a block of this shape whose parameters are all set. */
    void initialise(Model model, Parameters parameters) {
        Block block = block();
        model.setBlock(block);
        block.setInitializer(Initializer.ZEROS, Parameter.Type.WEIGHT);
        block.initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1, inputs()));
        write(block, parameters);
    }

    /** Returns a copy of a block's parameters. */
    static Parameters read(Block block) {
        List<float[]> weights = new ArrayList<>();
        List<float[]> biases = new ArrayList<>();
        for (Pair<String, Parameter> parameter : block.getParameters()) {
            List<float[]> target = isBias(parameter) ? biases : weights;
            target.add(parameter.getValue().getArray().toFloatArray());
        }
        return new Parameters(weights, biases);
    }

    /** Overwrites a block's parameters. */
    static void write(Block block, Parameters parameters) {
        int weight = 0;
        int bias = 0;
        for (Pair<String, Parameter> parameter : block.getParameters()) {
            NDArray array = parameter.getValue().getArray();
            array.set(
                    isBias(parameter)
                            ? parameters.biases().get(bias++)
                            : parameters.weights().get(weight++));
        }
    }

    private static boolean isBias(Pair<String, Parameter> parameter) {
        return parameter.getValue().getType() == Parameter.Type.BIAS;
    }

    /** Returns the text of {@code network.txt}: one line, the widths from input to output. */
    String toText() {
        StringBuilder text = new StringBuilder("mlp relu");
        for (int width : widths) {
            text.append(' ').append(width);
        }
        return text.append('\n').toString();
    }

    /**
     * Reads what {@link #toText} wrote.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    static Network parse(String text) {
        String[] words = text.strip().split(" ");
        try {
            int[] widths =
                    Arrays.stream(words).skip(2).mapToInt(Integer::parseInt).toArray();
            if (words[0].equals("mlp")
                    && widths.length >= 2
                    && Arrays.stream(widths).allMatch(width -> width > 0)) {
                return new Network(widths);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text.strip() + "' describes no network", e);
        }
        throw new IllegalArgumentException(
                "'" + text.strip() + "' describes no network; allowed is 'mlp relu' and at least two widths");
    }
}
