package io.shelfwright.sample.simulate.cards;

import io.shelfwright.api.BadRequestException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The policies by name; those that the paper compares have the names they have in its code. */
public final class CardPolicies {
    private static final Map<String, Maker> MAKERS = makers();

    /** Makes a policy that knows nothing yet. */
    @FunctionalInterface
    private interface Maker {
        CardPolicy make(CardWorld world, Carousel carousel);
    }

    private CardPolicies() {}

    /** Returns all names, in the order of reports. */
    public static List<String> names() {
        return List.copyOf(MAKERS.keySet());
    }

    /**
     * Returns names that were checked.
     *
     * @throws BadRequestException if one is unknown or there are none
     */
    static List<String> checked(List<String> names) {
        List<String> unknown = new ArrayList<>(names);
        unknown.removeAll(MAKERS.keySet());
        if (!unknown.isEmpty() || names.isEmpty()) {
            throw new BadRequestException(
                    (names.isEmpty() ? "no policy is named" : "there is no policy '" + unknown.get(0) + "'")
                            + "; allowed are " + String.join(", ", MAKERS.keySet()));
        }
        return names.stream().distinct().toList();
    }

    static CardPolicy make(String name, CardWorld world, Carousel carousel) {
        Maker maker = MAKERS.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("there is no policy " + name);
        }
        return maker.make(world, carousel);
    }

    private static Map<String, Maker> makers() {
        Map<String, Maker> makers = new LinkedHashMap<>();
        makers.put("random", ofSegments(true, SegmentScores::random));
        makers.put("etc-seg-explore", ofSegments(true, () -> SegmentScores.exploreThenCommit(100)));
        makers.put("etc-seg-exploit", ofSegments(true, () -> SegmentScores.exploreThenCommit(20)));
        makers.put("epsilon-greedy-explore", ofSegments(true, () -> SegmentScores.epsilonGreedy(0.1)));
        makers.put("epsilon-greedy-exploit", ofSegments(true, () -> SegmentScores.epsilonGreedy(0.01)));
        makers.put("kl-ucb-seg", (world, carousel) -> new SegmentPolicy(world, carousel, true, new KlUcbScores(world)));
        makers.put("ts-seg-naive", ofSegments(true, () -> SegmentScores.thompson(1, 1)));
        makers.put("ts-seg-pessimistic", ofSegments(true, () -> SegmentScores.thompson(1, 99)));
        makers.put("epsilon-greedy-explore-no-cascade", ofSegments(false, () -> SegmentScores.epsilonGreedy(0.1)));
        makers.put("ts-seg-pessimistic-no-cascade", ofSegments(false, () -> SegmentScores.thompson(1, 99)));
        makers.put("eb-greedy", (world, carousel) -> TreePolicy.greedy(world, carousel, false));
        makers.put("hier-greedy", (world, carousel) -> TreePolicy.greedy(world, carousel, true));
        makers.put("eb-thompson-slots", (world, carousel) -> TreePolicy.thompsonInLastSlots(world, carousel, false));
        makers.put("hier-thompson-slots", (world, carousel) -> TreePolicy.thompsonInLastSlots(world, carousel, true));
        makers.put("hier-plackett-luce", (world, carousel) -> TreePolicy.plackettLuce(world, carousel, true));
        makers.put("hier-thompson", (world, carousel) -> TreePolicy.thompson(world, carousel, true));
        return makers;
    }

    private static Maker ofSegments(boolean cascade, Supplier<SegmentPolicy.Scores> scores) {
        return (world, carousel) -> new SegmentPolicy(world, carousel, cascade, scores.get());
    }
}
