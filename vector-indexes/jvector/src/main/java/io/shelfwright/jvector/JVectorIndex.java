package io.shelfwright.jvector;

import io.github.jbellis.jvector.disk.ReaderSupplier;
import io.github.jbellis.jvector.graph.GraphSearcher;
import io.github.jbellis.jvector.graph.ImmutableGraphIndex.View;
import io.github.jbellis.jvector.graph.SearchResult;
import io.github.jbellis.jvector.graph.disk.OnDiskGraphIndex;
import io.github.jbellis.jvector.graph.similarity.DefaultSearchScoreProvider;
import io.github.jbellis.jvector.graph.similarity.ScoreFunction;
import io.shelfwright.spi.VectorIndex;
import io.shelfwright.spi.VectorPoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntPredicate;

/** A graph in a mapped file; points are read where they are. */
final class JVectorIndex implements VectorIndex {
    private static final int[] NOTHING = {};

    private final JVectorSettings settings;
    private final VectorPoints points;
    private final OnDiskGraphIndex graph;
    private final ReaderSupplier reader;
    private final long bytes;
    private final Pivots pivots;

    JVectorIndex(
            JVectorSettings settings, VectorPoints points, OnDiskGraphIndex graph, ReaderSupplier reader, long bytes) {
        this.settings = settings;
        this.points = points;
        this.graph = graph;
        this.reader = reader;
        this.bytes = bytes;
        pivots = Pivots.of(points.size());
    }

    @Override
    public int[] search(float[] query, int k, IntPredicate accept, int visitLimit) {
        int wanted = Math.min(k, points.size());
        int breadth = Math.min(points.size(), settings.breadth(wanted));
        if (wanted < 1 || pivots.size() >= visitLimit) {
            return NOTHING;
        }
        int[] entries = pivots.entries(point -> points.dot(query, point));
        View view = new EntryView(graph.getView(), entries);
        try (GraphSearcher searcher = new GraphSearcher.Builder(view).build()) {
            SearchResult found = searcher.search(
                    new DefaultSearchScoreProvider(new Scores(points, query, visitLimit - pivots.size())),
                    wanted,
                    breadth,
                    0,
                    0,
                    accept::test);
            int[] nodes = new int[found.getNodes().length];
            for (int i = 0; i < nodes.length; i++) {
                nodes[i] = found.getNodes()[i].node;
            }
            return nodes;
        } catch (TooFar e) {
            return NOTHING;
        } catch (IOException e) {
            throw new UncheckedIOException("the graph of an index cannot be read", e);
        }
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        try {
            graph.close();
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the graph of an index cannot be closed", e);
        }
    }

    /** JVector scores are (1 + dot product) / 2; it knows no limit of visits, so scoring ends the walk. */
    private static final class Scores implements ScoreFunction.ExactScoreFunction {
        private final VectorPoints points;
        private final float[] query;
        private int left;

        Scores(VectorPoints points, float[] query, int left) {
            this.points = points;
            this.query = query;
            this.left = left;
        }

        @Override
        public float similarityTo(int point) {
            if (--left < 0) {
                throw new TooFar();
            }
            return (1 + points.dot(query, point)) / 2;
        }
    }

    /** The search has visited as many points as it may. */
    private static final class TooFar extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooFar() {
            super("visited as many points as it may", null, false, false);
        }
    }
}
