package io.shelfwright.neural;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.nn.Block;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.ModelFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A trained network with all that is needed to use it; the files of a model directory beside those of {@link ModelFiles}:
 * {@code network.txt}, {@code normalisation.tsv} and DJL's {@code network-0000.params}.
 *
 * @param schema features it was trained on
 * @param objectives one a network output
 * @param network shape
 * @param normalisation from features to inputs
 * @param model DJL's model; to be closed
 */
record NeuralModel(
        FeatureSchema schema, List<String> objectives, Network network, Normalisation normalisation, Model model)
        implements AutoCloseable {
    private static final String NAME = "network";
    private static final String NETWORK = "network.txt";
    private static final String NORMALISATION = "normalisation.tsv";

    NeuralModel {
        objectives = List.copyOf(objectives);
    }

    void write(Path directory) {
        ModelFiles.write(directory, schema, objectives);
        try {
            Files.writeString(directory.resolve(NETWORK), network.toText());
            Files.writeString(directory.resolve(NORMALISATION), normalisation.toText(schema));
            model.save(directory, NAME);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the network to " + directory, e);
        }
    }

    /**
     * Reads a model directory.
     *
     * @throws IllegalArgumentException if its files do not fit each other
     * @throws UncheckedIOException if a file is absent or unreadable
     */
    static NeuralModel read(Path directory) {
        FeatureSchema schema = ModelFiles.schema(directory);
        List<String> objectives = ModelFiles.objectives(directory);
        try {
            Network network = Network.parse(Files.readString(directory.resolve(NETWORK)));
            Normalisation normalisation =
                    Normalisation.parse(Files.readString(directory.resolve(NORMALISATION)), schema);
            if (network.inputs() != normalisation.inputs() || network.outputs() != objectives.size()) {
                throw new IllegalArgumentException("the network of " + directory + " has " + network.inputs()
                        + " inputs and " + network.outputs() + " outputs; wanted are " + normalisation.inputs()
                        + " for the features and " + objectives.size() + " for the objectives");
            }
            return new NeuralModel(schema, objectives, network, normalisation, load(directory, network));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the network in " + directory, e);
        }
    }

    /**
     * Reads parameters into memory that PyTorch allocates itself: sums may differ in the last bit with the alignment of
     * the data, and loaded arrays lie wherever they were read to.
     */
    private static Model load(Path directory, Network network) throws IOException {
        Parameters parameters;
        try (Model loaded = PyTorch.newModel(NAME)) {
            Block block = network.block();
            loaded.setBlock(block);
            loaded.load(directory, NAME);
            parameters = Network.read(block);
            requireShape(network, parameters);
        } catch (MalformedModelException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "the parameters in " + directory + " are not of this network: " + e.getMessage(), e);
        }
        Model model = PyTorch.newModel(NAME);
        network.initialise(model, parameters);
        return model;
    }

    private static void requireShape(Network network, Parameters parameters) {
        int[] widths = network.widths();
        for (int layer = 0; layer < network.layers(); layer++) {
            int wanted = widths[layer] * widths[layer + 1];
            int found = parameters.weights().get(layer).length;
            if (found != wanted) {
                throw new IllegalArgumentException(
                        "layer " + layer + " has " + found + " weights, wanted are " + wanted);
            }
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
