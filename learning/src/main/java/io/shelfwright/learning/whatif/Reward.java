package io.shelfwright.learning.whatif;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.spi.LabelPolicy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a shown card earned: the labels of its objectives, as the label policy gives them, each times its weight.
 *
 * <p>Following is weighed in utilities but labelled by no policy of this library: where the policy has no objective {@code
 * follow}, a card that was followed counts as 1 of it. Other objectives without a label earn nothing.
 *
 * @param name what reports call it
 * @param weights by objective
 * @param labels gives the labels, 0..1
 */
public record Reward(String name, Map<String, Double> weights, LabelPolicy labels) {
    /** The reward with the weights of {@code ranking.objectives}. */
    public static final String UTILITY = "utility";

    private static final String FOLLOW = "follow";

    public Reward {
        weights = new TreeMap<>(weights);
    }

    /**
     * Returns a reward by its name.
     *
     * @param name {@code utility} or an objective of the label policy
     * @param objectives weights of {@code ranking.objectives}
     * @throws BadRequestException if there is no such reward
     */
    public static Reward of(String name, Map<String, Double> objectives, LabelPolicy labels) {
        if (name.equals(UTILITY)) {
            return new Reward(name, objectives, labels);
        }
        if (!labels.objectives().contains(name)) {
            throw new BadRequestException("there is no reward '" + name + "'; allowed are " + UTILITY + ", "
                    + String.join(", ", new TreeSet<>(labels.objectives())));
        }
        return new Reward(name, Map.of(name, 1.0), labels);
    }

    /** Returns what a card earned. */
    double of(List<Interaction> reactions) {
        List<String> labelled = labels.objectives();
        double sum = 0;
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            String objective = weight.getKey();
            if (labelled.contains(objective)) {
                sum += weight.getValue() * labels.label(objective, reactions);
            } else if (objective.equals(FOLLOW)
                    && reactions.stream().anyMatch(reaction -> reaction.type() == InteractionType.FOLLOW)) {
                sum += weight.getValue();
            }
        }
        return sum;
    }
}
