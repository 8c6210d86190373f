package io.shelfwright.learning.offpolicy;

import org.jspecify.annotations.Nullable;

/**
 * Logged slates as columns, a row for every slot, ordered by slate and then by position; immutable once made.
 *
 * <p>Each row has three importance weights: of the whole slate ({@code joint}), of the action at its position whatever else is in the
 * slate ({@code itemPosition}), and of the slate down to this position ({@code cascade}).
 */
public final class LoggedSlates {
    private final int[] start;
    private final double[] reward;
    private final double[] joint;
    private final double[] itemPosition;
    private final double[] cascade;
    private double @Nullable [] shown;
    private double @Nullable [] expected;
    private double @Nullable [] pseudoinverse;

    /** Takes the arrays as they are; slate s has the rows from {@code start[s]} to before {@code start[s + 1]}. */
    LoggedSlates(int[] start, double[] reward, double[] joint, double[] itemPosition, double[] cascade) {
        this.start = start;
        this.reward = reward;
        this.joint = joint;
        this.itemPosition = itemPosition;
        this.cascade = cascade;
    }

    /** Returns these slates with a regression model's reward of each shown action and of the policy at each slot. */
    LoggedSlates withModel(double[] rewardShown, double[] rewardExpected) {
        LoggedSlates copy = new LoggedSlates(start, reward, joint, itemPosition, cascade);
        copy.shown = rewardShown;
        copy.expected = rewardExpected;
        copy.pseudoinverse = pseudoinverse;
        return copy;
    }

    /** Returns these slates with a pseudoinverse weight for each slate. */
    LoggedSlates withPseudoinverse(double[] weights) {
        LoggedSlates copy = new LoggedSlates(start, reward, joint, itemPosition, cascade);
        copy.shown = shown;
        copy.expected = expected;
        copy.pseudoinverse = weights;
        return copy;
    }

    /** Returns the number of slates. */
    public int size() {
        return start.length - 1;
    }

    /** Returns the number of slots of the longest slate. */
    public int longest() {
        int longest = 0;
        for (int slate = 0; slate < size(); slate++) {
            longest = Math.max(longest, start[slate + 1] - start[slate]);
        }
        return longest;
    }

    int start(int slate) {
        return start[slate];
    }

    int end(int slate) {
        return start[slate + 1];
    }

    double reward(int row) {
        return reward[row];
    }

    double[] weights(SlateWeight kind) {
        return switch (kind) {
            case JOINT -> joint;
            case ITEM_POSITION -> itemPosition;
            case CASCADE -> cascade;
        };
    }

    double @Nullable [] shown() {
        return shown;
    }

    double @Nullable [] expected() {
        return expected;
    }

    double @Nullable [] pseudoinverse() {
        return pseudoinverse;
    }
}
