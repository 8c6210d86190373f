package io.shelfwright.engine.request;

import io.shelfwright.api.Degradation;
import io.shelfwright.api.Funnel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a request's stages have to tell: degradations, what was late, how long it took; used by one thread. */
public final class Journal {
    /** What depends on how fast or busy the machine was, so that only the log knows of it. */
    private static final Set<String> CUT_SHORT = Set.of("late", "overloaded", "open", "interrupted");

    private final List<Degradation> degradations = new ArrayList<>();
    private final Set<String> late = new LinkedHashSet<>();
    private final List<Integer> left = new ArrayList<>();
    private final Map<String, Duration> timing = new LinkedHashMap<>();

    /** Returns the name of an instance that is unique in the engine: instances of two stages may share a name. */
    public static String key(String stage, String instance) {
        return stage + "/" + instance;
    }

    public void degraded(Degradation degradation) {
        if (!degradations.contains(degradation)) {
            degradations.add(degradation);
        }
        if (CUT_SHORT.contains(degradation.code())) {
            late.add(key(degradation.stage(), degradation.instance()));
        }
    }

    /** Notes that an instance did not take part; another run may not meet the reason again, and must leave it out all the same. */
    public void leftOut(Degradation degradation) {
        degraded(degradation);
        late.add(key(degradation.stage(), degradation.instance()));
    }

    /** Notes that an instance was late, but an earlier result of it took part. */
    public void warmed(String stage, String instance, String computedFor) {
        String key = key(stage, instance);
        late.remove(key);
        late.add(key + "@" + computedFor);
    }

    /** Notes how many candidates a stage left over: recall, eligibility, then ranking. */
    public void left(int candidates) {
        left.add(candidates);
    }

    /** Returns the candidates left after each stage. */
    public Funnel funnel(int placed) {
        return new Funnel(left.get(0), left.get(1), left.get(2), placed);
    }

    public void took(String stage, long nanos) {
        timing.merge(stage, Duration.ofNanos(nanos), Duration::plus);
    }

    public List<Degradation> degradations() {
        return List.copyOf(degradations);
    }

    public List<String> late() {
        return List.copyOf(late);
    }

    public Map<String, Duration> timing() {
        return timing;
    }
}
