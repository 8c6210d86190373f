package io.shelfwright.engine.userstate;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.TargetType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sums up a user's oldest interactions in fewer ones, from which almost the same state is folded; a pure function.
 *
 * <p>Plays, completions, skips and unanswered impressions of one item in one stretch of time become one interaction with
 * their amounts added, at the time at which the whole weighs what its parts did, to half a week for what is listened to. Stretches are as short as the
 * bound allows: an hour, a week, four weeks, a year, all time, the first two of which keep the part of the week. The latest play
 * and the latest skip of each item stand apart from these sums while there is room. What a user
 * said on purpose stays as it is, so that it can be undone, the latest word about each target; undone interactions and
 * answered impressions go. If that is still too much, impressions go first, then the oldest.
 */
final class Compaction {
    private static final long HOUR = 3_600;
    private static final long WEEK = 7 * 24 * HOUR;
    private static final long[] STRETCHES = {HOUR, WEEK, 4 * WEEK, 52 * WEEK, Long.MAX_VALUE};
    private static final int STRETCHES_WITH_DAYPARTS = 2;
    private static final Comparator<Interaction> BY_TIME =
            Comparator.comparing(Interaction::time).thenComparing(Interaction::id);

    private Compaction() {}

    /**
     * Returns at most some interactions in place of others.
     *
     * @param old in the order of recording
     * @param undone ids that were undone, by whatever was recorded since
     */
    static List<Interaction> of(List<Interaction> old, Set<String> undone, int most) {
        List<Interaction> said = new ArrayList<>();
        List<Interaction> counted = new ArrayList<>();
        split(old, undone, said, counted);
        int room = Math.max(0, most - said.size());
        List<Interaction> summed = counted;
        Set<String> apart = latestIds(counted);
        for (int i = 0; i < STRETCHES.length && (i == 0 || summed.size() > room); i++) {
            summed = sums(counted, apart, STRETCHES[i], i < STRETCHES_WITH_DAYPARTS);
        }
        if (summed.size() > room) {
            summed = sums(counted, Set.of(), Long.MAX_VALUE, false);
        }
        List<Interaction> kept = new ArrayList<>(said.subList(Math.max(0, said.size() - most), said.size()));
        kept.addAll(latest(summed, room));
        kept.sort(BY_TIME);
        return kept;
    }

    private static void split(
            List<Interaction> old, Set<String> undone, List<Interaction> said, List<Interaction> counted) {
        List<Interaction> ordered = new ArrayList<>();
        for (Interaction interaction : old) {
            if (interaction.type() != InteractionType.UNDO && !undone.contains(interaction.id())) {
                ordered.add(interaction);
            }
        }
        ordered.sort(Comparator.comparing(Interaction::time));
        Set<List<Object>> known = new HashSet<>();
        Set<String> answered = new HashSet<>();
        for (int i = ordered.size() - 1; i >= 0; i--) {
            Interaction interaction = ordered.get(i);
            switch (interaction.type()) {
                case SAVE, FOLLOW, LIKE, DISLIKE, HIDE -> {
                    if (known.add(List.of(interaction.type(), interaction.targetType(), interaction.targetId()))) {
                        said.add(interaction);
                    }
                }
                case IMPRESSION -> {
                    if (!answered.contains(interaction.targetId())) {
                        counted.add(interaction);
                    }
                }
                case PLAY, COMPLETE, SKIP -> counted.add(interaction);
                case UNDO -> throw new IllegalStateException("undoing interactions were left out above");
            }
            if (interaction.type().isPositive() && interaction.targetType() == TargetType.ITEM) {
                answered.add(interaction.targetId());
            }
        }
        Collections.reverse(said);
        Collections.reverse(counted);
    }

    /** The latest play and the latest skip of each item are summed up last, as recency hangs on them. */
    private static Set<String> latestIds(List<Interaction> counted) {
        Map<List<Object>, String> latest = new HashMap<>();
        for (Interaction interaction : counted) {
            if (interaction.type() != InteractionType.IMPRESSION) {
                latest.put(
                        List.of(interaction.targetId(), interaction.type() == InteractionType.SKIP), interaction.id());
            }
        }
        return new HashSet<>(latest.values());
    }

    private static List<Interaction> sums(
            List<Interaction> counted, Set<String> apart, long stretch, boolean dayparts) {
        Map<List<Object>, List<Interaction>> groups = new LinkedHashMap<>();
        for (Interaction interaction : counted) {
            boolean view = interaction.type() == InteractionType.IMPRESSION;
            List<Object> key = List.of(
                    interaction.type(),
                    interaction.targetId(),
                    view ? interaction.shelfId() : "",
                    interaction.explored(),
                    apart.contains(interaction.id()),
                    Math.floorDiv(interaction.time().getEpochSecond(), stretch),
                    dayparts ? Habits.daypart(interaction.time()) : 0);
            groups.computeIfAbsent(key, same -> new ArrayList<>()).add(interaction);
        }
        List<Interaction> sums = new ArrayList<>(groups.size());
        groups.values().forEach(group -> sums.add(sum(group)));
        return sums;
    }

    private static Interaction sum(List<Interaction> group) {
        Interaction first = group.get(0);
        if (group.size() == 1) {
            return first;
        }
        Decay decay = first.type() == InteractionType.IMPRESSION ? Decay.IMPRESSIONS : Decay.LISTENING;
        double amount = 0;
        FadingSum weight = FadingSum.NONE;
        for (Interaction interaction : group) {
            amount += interaction.amount();
            weight = weight.plus(interaction.amount(), decay.moment(interaction.time()));
        }
        Interaction chosen = first;
        for (Interaction interaction : group) {
            Decay.Moment moment = decay.moment(interaction.time());
            if (moment.span() < weight.span() || amount * moment.weight() <= weight.value()) {
                chosen = interaction;
            }
        }
        long latest = group.get(group.size() - 1).time().getEpochSecond()
                - chosen.time().getEpochSecond();
        return new Interaction(
                "compacted-" + chosen.id(),
                chosen.userId(),
                chosen.type(),
                chosen.targetType(),
                chosen.targetId(),
                moved(chosen, weight, amount, decay, latest),
                amount,
                "",
                chosen.shelfId(),
                "",
                chosen.explored());
    }

    /**
     * Returns when the whole amount weighs what its parts did, in whole weeks after one of them for what is listened to, so that
     * the hour and the weekday stay.
     */
    private static Instant moved(Interaction chosen, FadingSum weight, double amount, Decay decay, long latest) {
        double whole = FadingSum.NONE.plus(amount, decay.moment(chosen.time())).in(weight.span());
        long seconds = whole > 0 && weight.value() > whole ? decay.secondsUntil(weight.value() / whole) : 0;
        if (chosen.type() != InteractionType.IMPRESSION) {
            seconds = Math.min((seconds + WEEK / 2) / WEEK, latest / WEEK) * WEEK;
        }
        return chosen.time().plusSeconds(Math.min(seconds, latest));
    }

    private static List<Interaction> latest(List<Interaction> summed, int room) {
        if (summed.size() <= room) {
            return summed;
        }
        List<Interaction> ordered = new ArrayList<>(summed);
        ordered.sort(Comparator.comparing((Interaction one) -> one.type() == InteractionType.IMPRESSION ? 0 : 1)
                .thenComparing(BY_TIME));
        return ordered.subList(ordered.size() - room, ordered.size());
    }

    /** Returns the ids that some interactions undo. */
    static Set<String> undone(List<Interaction> recorded) {
        Set<String> undone = new HashSet<>();
        for (Interaction interaction : recorded) {
            if (interaction.type() == InteractionType.UNDO) {
                undone.add(interaction.undoes());
            }
        }
        return undone;
    }
}
