package io.shelfwright.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The numbers of a network, layer by layer.
 *
 * @param weights for each layer, row-major, units x inputs
 * @param biases for each layer, one a unit
 */
record Parameters(List<float[]> weights, List<float[]> biases) {
    Parameters {
        weights = List.copyOf(weights);
        biases = List.copyOf(biases);
    }

    /**
     * Returns normally distributed weights of variance 2 / inputs (He et al., 2015), drawn here rather than by PyTorch,
     * whose one source of chance is shared by the whole process.
     *
     * @param outputBias biases of the last layer: the log-odds of each objective
     */
    static Parameters draw(Network network, float[] outputBias, SplittableRandom random) {
        List<float[]> weights = new ArrayList<>();
        List<float[]> biases = new ArrayList<>();
        int[] widths = network.widths();
        for (int layer = 0; layer < network.layers(); layer++) {
            float[] weight = new float[widths[layer] * widths[layer + 1]];
            double deviation = Math.sqrt(2.0 / widths[layer]);
            for (int i = 0; i < weight.length; i++) {
                weight[i] = (float) (deviation * random.nextGaussian());
            }
            weights.add(weight);
            biases.add(new float[widths[layer + 1]]);
        }
        biases.set(biases.size() - 1, outputBias.clone());
        return new Parameters(weights, biases);
    }
}
