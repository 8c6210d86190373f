package io.shelfwright.sample.simulate;

import io.shelfwright.sample.data.Draws;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.FeatureColumns;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A feature set of which single columns are wrong. */
final class FaultyFeatures implements FeatureSet {
    /** Computed anew by {@code transform} and {@code silent-transform}: the square root of what it was. */
    static final String TRANSFORMED = "popularity.rank";
    /** Stays what it was with {@code lag}. */
    static final String LAGGING = "user.plays_log";
    /** Missing for {@value #MISSING_SHARE} of the cards with {@code nulls}. */
    static final String MISSING = "user_item.genre_match";

    private static final double MISSING_SHARE = 0.3;

    private final FeatureSet features;
    private final Scenario scenario;
    private final long day;
    private final long seed;
    private final Map<String, Double> lagging = new ConcurrentHashMap<>();

    FaultyFeatures(FeatureSet features, Scenario scenario, long day, long seed) {
        this.features = features;
        this.scenario = scenario;
        this.day = day;
        this.seed = seed;
    }

    @Override
    public List<FeatureDeclaration> features() {
        if (!scenario.has(Fault.Kind.TRANSFORM, day)) {
            return features.features();
        }
        List<FeatureDeclaration> declared = new ArrayList<>();
        for (FeatureDeclaration feature : features.features()) {
            declared.add(feature.name().equals(TRANSFORMED) ? feature.version(feature.version() + 1) : feature);
        }
        return declared;
    }

    @Override
    public void compute(CandidateBatch candidates, FeatureColumns columns) {
        List<FeatureDeclaration> declared = features.features();
        features.compute(
                candidates,
                (candidate, feature, value) -> columns.set(
                        candidate, feature, faulty(declared.get(feature).name(), candidates, candidate, value)));
    }

    private double faulty(String name, CandidateBatch candidates, int candidate, double value) {
        boolean transformed = scenario.has(Fault.Kind.TRANSFORM, day) || scenario.has(Fault.Kind.SILENT_TRANSFORM, day);
        if (name.equals(TRANSFORMED) && transformed) {
            return Math.sqrt(value);
        }
        String user = candidates.context().userId();
        if (name.equals(LAGGING) && scenario.has(Fault.Kind.LAG, day)) {
            return lagging.computeIfAbsent(user, unused -> value);
        }
        if (name.equals(MISSING) && scenario.has(Fault.Kind.NULLS, day)) {
            long item = Keys.of(candidates.item(candidate).id());
            double draw = new Draws(seed, 44, Keys.of(candidates.context().requestId()), item).next();
            return draw < MISSING_SHARE ? Double.NaN : value;
        }
        return value;
    }

    @Override
    public void close() {
        features.close();
    }
}
