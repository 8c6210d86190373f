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
    private final List<Degradation> degradations = new ArrayList<>();
    private final Set<String> late = new LinkedHashSet<>();
    private final List<Integer> left = new ArrayList<>();
    private final Map<String, Duration> timing = new LinkedHashMap<>();

    public void degraded(Degradation degradation) {
        if (!degradations.contains(degradation)) {
            degradations.add(degradation);
        }
        if (degradation.code().equals("late")) {
            late.add(degradation.instance());
        }
    }

    /** Notes that an instance was late, but an earlier result of it took part. */
    public void warmed(String instance, String computedFor) {
        late.remove(instance);
        late.add(instance + "@" + computedFor);
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
