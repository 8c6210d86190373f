package io.shelfwright.engine;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.shelfwright.api.Degradation;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.PluginException;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.api.UserStateException;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.generation.Generation;
import io.shelfwright.engine.intake.IntakeStage;
import io.shelfwright.engine.observe.Metrics;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.request.Trace;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.engine.userstate.UserStates;
import io.shelfwright.spi.UserStateStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Tries a generation on a few users before any listener meets it; these pages are neither logged nor measured.
 *
 * <p>It has stages and threads of its own, so that what happens here does not count against the instances in use.
 */
final class SelfTest {
    private static final String UNKNOWN = "shelfwright-self-test";
    private static final int USERS = 3;
    private static final int ATTEMPTS = 3;

    /** The first calls of new code are slow; these may pass when it is called again. */
    private static final Set<String> OF_THE_MOMENT = Set.of("late", "overloaded", "interrupted");

    private final EngineConfig config;
    private final LongSupplier nanos;
    private final UserStates users;
    private final UserStateStore store;
    private final InstantSource clock;
    private List<String> sample = List.of();

    SelfTest(EngineConfig config, LongSupplier nanos, UserStates users, UserStateStore store, InstantSource clock) {
        this.config = config;
        this.nanos = nanos;
        this.users = users;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Builds pages with a new generation.
     *
     * @param running what the new one replaces; what degrades its pages in the same way is not the new one's fault
     * @param instances names of the instances to answer for
     * @throws PluginException if one of them fails
     */
    void require(Generation next, Generation running, Set<String> instances) {
        List<String> problems = problems(
                "plugins", next, Optional.of(running), degradation -> instances.contains(degradation.instance()));
        if (!problems.isEmpty()) {
            throw new PluginException(problems, null);
        }
    }

    /**
     * Builds pages with the generation of a new snapshot.
     *
     * @param running of the snapshot that the new one replaces; empty for a first one, whose pages may lack what they like but must come
     * @throws SnapshotException if a page cannot be built, or lacks what those of the old one do not
     */
    void requireSnapshot(Generation next, Optional<Generation> running) {
        List<String> problems = problems("snapshot", next, running, degradation -> running.isPresent());
        if (!problems.isEmpty()) {
            throw new SnapshotException("snapshot " + next.version() + " is refused: " + String.join("; ", problems));
        }
    }

    private List<String> problems(
            String what, Generation next, Optional<Generation> running, Predicate<Degradation> blamed) {
        try (PluginCalls calls = new PluginCalls(Metrics.NONE, config.resilience(), nanos)) {
            Injector injector = Guice.createInjector(
                    Stage.DEVELOPMENT, new StagesModule(config, clock, Metrics.NONE, users, calls));
            Trial trial = new Trial(injector.getInstance(IntakeStage.class), injector.getInstance(Stages.class));
            List<String> tried = new ArrayList<>(users());
            tried.add(UNKNOWN);
            Set<String> problems = new LinkedHashSet<>();
            for (String user : tried) {
                try {
                    List<Degradation> found = trial.degradations(user, next.onTrial(), blamed);
                    if (!found.isEmpty() && running.isPresent()) {
                        found = beyond(
                                found, trial.degradations(user, running.get().onTrial(), blamed));
                    }
                    found.forEach(degradation -> problems.add(text(what, degradation, user)));
                } catch (UserStateException e) {
                    throw e;
                } catch (RuntimeException | LinkageError e) {
                    problems.add("the new " + what + " failed the trial and is not used: " + e + page(user));
                }
            }
            return List.copyOf(problems);
        }
    }

    private static List<Degradation> beyond(List<Degradation> found, List<Degradation> before) {
        return found.stream()
                .filter(degradation -> before.stream().noneMatch(old -> same(old, degradation)))
                .toList();
    }

    private static boolean same(Degradation one, Degradation other) {
        return one.stage().equals(other.stage())
                && one.instance().equals(other.instance())
                && one.code().equals(other.code());
    }

    private static String text(String what, Degradation degradation, String user) {
        return "the new " + what + " failed the trial and is not used: '" + degradation.instance() + "' ("
                + degradation.stage() + ") " + degradation.code() + ", " + degradation.message() + page(user);
    }

    private static String page(String user) {
        return " (page of " + (user.equals(UNKNOWN) ? "an unknown user" : "user '" + user + "'") + ")";
    }

    /** Returns a few users of the store; reading all of a large one would take long. */
    private List<String> users() {
        if (sample.size() < USERS) {
            List<String> first = new ArrayList<>();
            try {
                store.users(user -> {
                    first.add(user);
                    if (first.size() == USERS) {
                        throw new Enough();
                    }
                });
            } catch (RuntimeException e) {
                if (first.size() < USERS) {
                    throw e;
                }
            }
            sample = List.copyOf(first);
        }
        return sample;
    }

    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("enough users", null, false, false);
        }
    }

    /** Builds pages of one trial. */
    private final class Trial {
        private final IntakeStage intake;
        private final Stages stages;

        Trial(IntakeStage intake, Stages stages) {
            this.intake = intake;
            this.stages = stages;
        }

        List<Degradation> degradations(String user, Generation generation, Predicate<Degradation> blamed) {
            HomeRequest request = HomeRequest.forUser(user)
                    .requestId(UNKNOWN)
                    .at(clock.instant())
                    .seed(1)
                    .build();
            List<Degradation> found = List.of();
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                found = once(request, generation).stream().filter(blamed).toList();
                if (found.stream().noneMatch(degradation -> OF_THE_MOMENT.contains(degradation.code()))) {
                    return found;
                }
            }
            return found;
        }

        private List<Degradation> once(HomeRequest request, Generation generation) {
            Visit visit = intake.accept(request, generation, Trace.OFF);
            stages.run(visit);
            return visit.journal().degradations();
        }
    }
}
