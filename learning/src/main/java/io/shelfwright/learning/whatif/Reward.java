package io.shelfwright.learning.whatif;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.InteractionType;
import io.shelfwright.spi.Objective;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a shown card earned: the sum of weights over what the user did with it, each objective once.
 *
 * <p>A stream is any positive reaction, a save one that keeps the item (save, like), a follow following, a hide any refusal.
 *
 * @param name what reports call it
 * @param weights by objective: {@code stream}, {@code save}, {@code follow}, {@code hide}; others earn nothing
 */
public record Reward(String name, Map<String, Double> weights) {
    /** The reward with the weights of {@code ranking.objectives}. */
    public static final String UTILITY = "utility";

    private static final String FOLLOW = "follow";
    private static final Set<String> SINGLE = new TreeSet<>(Set.of(Objective.STREAM, Objective.SAVE, Objective.HIDE));

    public Reward {
        weights = new TreeMap<>(weights);
    }

    /**
     * Returns a reward by its name.
     *
     * @param name {@code utility}, {@code stream}, {@code save} or {@code hide}
     * @param objectives weights of {@code ranking.objectives}
     * @throws BadRequestException if there is no such reward
     */
    public static Reward of(String name, Map<String, Double> objectives) {
        if (name.equals(UTILITY)) {
            return new Reward(name, objectives);
        }
        if (!SINGLE.contains(name)) {
            throw new BadRequestException(
                    "there is no reward '" + name + "'; allowed are " + UTILITY + ", " + String.join(", ", SINGLE));
        }
        return new Reward(name, Map.of(name, 1.0));
    }

    /** Returns what a card earned. */
    double of(Set<InteractionType> reactions) {
        double sum = 0;
        if (reactions.stream().anyMatch(InteractionType::isPositive)) {
            sum += weights.getOrDefault(Objective.STREAM, 0.0);
        }
        if (reactions.contains(InteractionType.SAVE) || reactions.contains(InteractionType.LIKE)) {
            sum += weights.getOrDefault(Objective.SAVE, 0.0);
        }
        if (reactions.contains(InteractionType.FOLLOW)) {
            sum += weights.getOrDefault(FOLLOW, 0.0);
        }
        if (reactions.stream().anyMatch(InteractionType::isNegative)) {
            sum += weights.getOrDefault(Objective.HIDE, 0.0);
        }
        return sum;
    }
}
