package io.shelfwright.jvector;

import io.github.jbellis.jvector.disk.ReaderSupplier;
import io.github.jbellis.jvector.disk.ReaderSupplierFactory;
import io.github.jbellis.jvector.graph.GraphIndexBuilder;
import io.github.jbellis.jvector.graph.ImmutableGraphIndex;
import io.github.jbellis.jvector.graph.disk.AbstractGraphIndexWriter;
import io.github.jbellis.jvector.graph.disk.OnDiskGraphIndex;
import io.github.jbellis.jvector.graph.disk.RandomAccessOnDiskGraphIndexWriter;
import io.github.jbellis.jvector.graph.disk.feature.FeatureId;
import io.github.jbellis.jvector.graph.disk.feature.InlineVectors;
import io.github.jbellis.jvector.graph.similarity.BuildScoreProvider;
import io.github.jbellis.jvector.vector.VectorSimilarityFunction;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import io.shelfwright.spi.VectorIndex;
import io.shelfwright.spi.VectorIndexing;
import io.shelfwright.spi.VectorPoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;

/**
 * Builds Vamana graphs (Subramanya et al., NeurIPS 2019) with JVector.
 *
 * <p>The file holds the edges and one number a point that nobody reads, as the format asks for some vector: the points
 * themselves are in the snapshot already. With one thread the same points give the same graph.
 */
final class JVectorIndexing implements VectorIndexing {
    private static final String FILE = "graph.jvector";
    private static final float OVERFLOW = 1.2f;
    private static final float ALPHA = 1.2f;

    private final JVectorSettings settings;

    JVectorIndexing(JVectorSettings settings) {
        this.settings = settings;
    }

    @Override
    public void build(VectorPoints points, Path directory, long seed, int threads) throws IOException {
        PointValues values = new PointValues(points);
        BuildScoreProvider scores =
                BuildScoreProvider.randomAccessScoreProvider(values, VectorSimilarityFunction.DOT_PRODUCT);
        ForkJoinPool simd = new ForkJoinPool(threads);
        ForkJoinPool parallel = new ForkJoinPool(threads);
        try (GraphIndexBuilder builder = GraphIndexBuilder.builder(scores, points.dimension(), settings.degree())
                .withBeamWidth(settings.buildBreadth())
                .withNeighborOverflow(OVERFLOW)
                .withAlpha(ALPHA)
                .withSimdExecutor(simd)
                .withParallelExecutor(parallel)
                .build()) {
            ImmutableGraphIndex graph = builder.build(values);
            write(graph, directory.resolve(FILE));
        } catch (UncheckedIOException e) {
            throw new IOException("the graph cannot be written: " + e.getMessage(), e);
        } finally {
            simd.shutdown();
            parallel.shutdown();
        }
    }

    private static void write(ImmutableGraphIndex graph, Path file) throws IOException {
        VectorFloat<?> nothing = PointValues.TYPES.createFloatVector(1);
        AbstractGraphIndexWriter.Builder<RandomAccessOnDiskGraphIndexWriter, ?> writer =
                new RandomAccessOnDiskGraphIndexWriter.Builder(graph, file).with(new InlineVectors(1));
        try (RandomAccessOnDiskGraphIndexWriter open = writer.build()) {
            open.write(Map.of(FeatureId.INLINE_VECTORS, point -> new InlineVectors.State(nothing)));
        }
    }

    @Override
    public VectorIndex open(VectorPoints points, Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        ReaderSupplier reader = ReaderSupplierFactory.open(file);
        try {
            OnDiskGraphIndex graph = OnDiskGraphIndex.load(reader);
            if (graph.getIdUpperBound() != points.size()) {
                throw new IOException(
                        FILE + " has " + graph.getIdUpperBound() + " points, it should have " + points.size());
            }
            return new JVectorIndex(settings, points, graph, reader, Files.size(file));
        } catch (RuntimeException e) {
            reader.close();
            throw new IOException(FILE + " cannot be read: " + e, e);
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }
}
