package io.shelfwright.engine.plugins;

import io.shelfwright.api.Degradation;
import io.shelfwright.engine.plugins.Pending.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Several instances that one page asks in turn on one thread, such as its placement rules; used by one thread, closed by the
 * same.
 *
 * <p>A thread of its own for each of thousands of questions would cost more than the answers. So the engine's work that
 * asks them runs behind the guard as a whole, and whoever was being asked when the time was up is left out from then on.
 *
 * @param <T> their kind
 */
public final class Round<T> implements AutoCloseable {
    private final PluginCalls calls;
    private final List<Member<T>> members = new ArrayList<>();

    private record Member<T>(Instance<T> instance, Turn turn) {}

    private Round(PluginCalls calls) {
        this.calls = calls;
    }

    /**
     * Asks a turn for each instance; those that get none are left out.
     *
     * @param again whether a page is built again
     * @param degraded told which were left out and why
     */
    public static <T> Round<T> of(
            PluginCalls calls,
            String stage,
            List<Instance<T>> instances,
            boolean again,
            Consumer<Degradation> degraded) {
        Round<T> round = new Round<>(calls);
        for (Instance<T> instance : instances) {
            Turn.Admission admission = calls.ask(stage, instance, again);
            Turn turn = admission.turn();
            Fault refusal = admission.refusal();
            if (turn != null) {
                round.members.add(new Member<>(instance, turn));
            } else if (refusal != null) {
                degraded.accept(calls.failure(stage, instance.name(), refusal.code(), refusal.message()));
            }
        }
        return round;
    }

    /** Returns the instances that still take part, in their order. */
    public List<Instance<T>> instances() {
        return members.stream().map(Member::instance).toList();
    }

    /**
     * Runs work that asks the instances, each with its own context class loader.
     *
     * @param givenUp makes the work end before it asks the next instance, and returns the name of the one being asked, which
     *     is left out; where it is empty, all are
     */
    public <R> Outcome<R> run(Duration limit, Supplier<String> givenUp, Callable<R> work) {
        Pending<R> pending = calls.run(List.of(), work);
        Outcome<R> outcome = pending.await(limit, result -> Optional.empty(), true);
        if (outcome.fault() != null) {
            String busy = givenUp.get();
            for (Member<T> member : List.copyOf(members)) {
                if (busy.isEmpty() || member.instance().name().equals(busy)) {
                    members.remove(member);
                    leave(member.turn(), pending, !busy.isEmpty());
                }
            }
        }
        return outcome;
    }

    /** The thread may still be in there, so the place is not free before it comes back. */
    private static void leave(Turn turn, Pending<?> pending, boolean blamed) {
        if (blamed) {
            turn.failed();
        } else {
            turn.undecided();
        }
        var unused = pending.late().whenComplete((result, error) -> turn.leave());
    }

    /** Lets the breakers know which of the instances failed on the way. */
    public void tell(Set<String> failed) {
        for (Member<T> member : members) {
            if (failed.contains(member.instance().name())) {
                member.turn().failed();
            }
        }
    }

    /** Ends the round; whoever was not said to have failed did well. */
    @Override
    public void close() {
        for (Member<T> member : members) {
            member.turn().succeeded();
            member.turn().leave();
        }
        members.clear();
    }
}
