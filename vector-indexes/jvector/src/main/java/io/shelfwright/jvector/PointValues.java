package io.shelfwright.jvector;

import io.github.jbellis.jvector.graph.RandomAccessVectorValues;
import io.github.jbellis.jvector.vector.VectorizationProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import io.github.jbellis.jvector.vector.types.VectorTypeSupport;
import io.shelfwright.spi.VectorPoints;

/** Points as JVector reads them while it builds. */
final class PointValues implements RandomAccessVectorValues {
    static final VectorTypeSupport TYPES = VectorizationProvider.getInstance().getVectorTypeSupport();

    private final VectorPoints points;

    PointValues(VectorPoints points) {
        this.points = points;
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
