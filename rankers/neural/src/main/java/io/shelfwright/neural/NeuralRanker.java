package io.shelfwright.neural;

import io.shelfwright.api.PluginException;
import io.shelfwright.spi.Contribution;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.Ranker;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Scores rows by a network on PyTorch.
 *
 * <p>Thread-safe: each call has a predictor to itself, since predictors are not; they are kept for the next calls and
 * closed with the ranker, which waits for the calls in flight.
 */
final class NeuralRanker implements Ranker {
    private final NeuralModel model;
    private final NetworkExplainer explainer;
    private final ConcurrentLinkedQueue<BlockScorer> idle = new ConcurrentLinkedQueue<>();
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private boolean closed;

    private NeuralRanker(NeuralModel model) {
        this.model = model;
        explainer =
                new NetworkExplainer(model.network(), Network.read(model.model().getBlock()), model.normalisation());
    }

    static NeuralRanker open(NeuralRankerSettings settings, InstanceContext context) {
        String name = settings.model().isEmpty() ? context.instanceName() : settings.model();
        Path directory = context.model(name)
                .orElseThrow(() -> new PluginException("ranker " + context.instanceName() + " has no model '" + name
                        + "' in this snapshot: train one with `shelfwright learn --ranker " + NeuralPlugin.NAME + "`"));
        try {
            return new NeuralRanker(NeuralModel.read(directory));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new PluginException(
                    "ranker " + context.instanceName() + " cannot read the model '" + name + "': " + e.getMessage()
                            + "; train it anew with `shelfwright learn --ranker " + NeuralPlugin.NAME + "`",
                    e);
        }
    }

    @Override
    public Optional<FeatureSchema> trainedOn() {
        return Optional.of(model.schema());
    }

    @Override
    public List<String> objectives() {
        return model.objectives();
    }

    @Override
    public void score(FeatureMatrix rows, float[] logits) {
        requireColumns(rows);
        use.readLock().lock();
        try {
            requireOpen();
            @Nullable BlockScorer kept = idle.poll();
            BlockScorer scorer = kept == null ? new BlockScorer(model) : kept;
            try {
                scorer.score(rows, logits);
            } finally {
                idle.add(scorer);
            }
        } finally {
            use.readLock().unlock();
        }
    }

    @Override
    public List<Contribution> explain(FeatureMatrix rows, int row) {
        requireColumns(rows);
        return explainer.explain(model.schema(), rows, row);
    }

    private void requireColumns(FeatureMatrix rows) {
        int wanted = model.normalisation().columns();
        if (rows.columns() != wanted) {
            throw new IllegalArgumentException(
                    "the model was trained on " + wanted + " features, the rows have " + rows.columns());
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this neural ranker was closed with its snapshot; ask the new one");
        }
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                for (BlockScorer scorer = idle.poll(); scorer != null; scorer = idle.poll()) {
                    scorer.close();
                }
                model.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
