package io.shelfwright.jvector;

import io.github.jbellis.jvector.graph.ImmutableGraphIndex.IntMarker;
import io.github.jbellis.jvector.graph.ImmutableGraphIndex.NeighborProcessor;
import io.github.jbellis.jvector.graph.ImmutableGraphIndex.NodeAtLevel;
import io.github.jbellis.jvector.graph.ImmutableGraphIndex.View;
import io.github.jbellis.jvector.graph.NodesIterator;
import io.github.jbellis.jvector.graph.similarity.ScoreFunction;
import io.github.jbellis.jvector.util.Bits;
import java.io.IOException;

/** A view of a graph for one search, which begins at chosen points instead of the graph's own entry. */
final class EntryView implements View {
    private final View graph;
    private final int[] entries;

    /** Takes at least one entry; the search closes the view. */
    EntryView(View graph, int[] entries) {
        this.graph = graph;
        this.entries = entries;
    }

    @Override
    public NodeAtLevel entryNode() {
        return new NodeAtLevel(0, entries[0]);
    }

    /** The other entries count as neighbours of the first, so that one walk begins at all of them. */
    @Override
    public void processNeighbors(
            int level, int node, ScoreFunction scores, IntMarker visited, NeighborProcessor processor) {
        if (node == entries[0]) {
            for (int entry : entries) {
                if (visited.mark(entry)) {
                    processor.process(entry, scores.similarityTo(entry));
                }
            }
        }
        graph.processNeighbors(level, node, scores, visited, processor);
    }

    @Override
    public NodesIterator getNeighborsIterator(int level, int node) {
        return graph.getNeighborsIterator(level, node);
    }

    @Override
    public int size() {
        return graph.size();
    }

    @Override
    public Bits liveNodes() {
        return graph.liveNodes();
    }

    @Override
    public int getIdUpperBound() {
        return graph.getIdUpperBound();
    }

    @Override
    public boolean contains(int level, int node) {
        return graph.contains(level, node);
    }

    @Override
    public void close() throws IOException {
        graph.close();
    }
}
