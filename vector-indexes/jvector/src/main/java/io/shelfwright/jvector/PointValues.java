package io.shelfwright.jvector;

import io.github.jbellis.jvector.graph.RandomAccessVectorValues;
import io.github.jbellis.jvector.vector.VectorizationProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import io.github.jbellis.jvector.vector.types.VectorTypeSupport;
import io.shelfwright.spi.VectorPoints;
import java.util.ArrayList;
import java.util.List;

/**
 * Points as JVector reads them while it builds: each some thousand times, so they are held in memory where a quarter of the
 * heap is enough for them.
 */
final class PointValues implements RandomAccessVectorValues {
    static final VectorTypeSupport TYPES = VectorizationProvider.getInstance().getVectorTypeSupport();

    private static final int OVERHEAD = 40;

    private final VectorPoints points;
    private final List<VectorFloat<?>> held;

    PointValues(VectorPoints points) {
        this.points = points;
        long bytes = (long) points.size() * (points.dimension() * (long) Float.BYTES + OVERHEAD);
        boolean fits = bytes <= Runtime.getRuntime().maxMemory() / 4;
        List<VectorFloat<?>> read = new ArrayList<>(fits ? points.size() : 0);
        for (int point = 0; fits && point < points.size(); point++) {
            read.add(read(point));
        }
        held = read;
    }

    @Override
    public int size() {
        return points.size();
    }

    @Override
    public int dimension() {
        return points.dimension();
    }

    @Override
    public VectorFloat<?> getVector(int point) {
        return held.isEmpty() ? read(point) : held.get(point);
    }

    private VectorFloat<?> read(int point) {
        float[] values = new float[points.dimension()];
        points.copy(point, values);
        return TYPES.createFloatVector(values);
    }

    @Override
    public boolean isValueShared() {
        return false;
    }

    @Override
    public RandomAccessVectorValues copy() {
        return this;
    }
}
