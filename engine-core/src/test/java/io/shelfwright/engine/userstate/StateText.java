package io.shelfwright.engine.userstate;

import io.shelfwright.spi.Affinity;
import io.shelfwright.spi.ImpressionKey;
import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All that a state says but its version, with doubles to the last bit, so that two states can be compared. */
final class StateText {
    private StateText() {}

    static List<String> of(UserState state) {
        List<String> lines = new ArrayList<>();
        lines.add("plays " + bits(state.plays()) + " of " + state.interactionCount() + " last " + state.lastActive());
        for (ItemHistory history : state.histories()) {
            lines.add(history + " " + bits(history.decayedPlays()) + " " + bits(history.plays()));
        }
        for (Affinity artist : state.artists()) {
            lines.add(artist.name() + " " + bits(artist.share()));
        }
        for (Affinity genre : state.genres()) {
            lines.add(genre.name() + " " + bits(genre.share()));
        }
        lines.add("sv " + bits(state.languageShare("sv")) + " label " + bits(state.publisherShare("Label")));
        lines.add("album " + bits(state.kindShare("album")));
        for (int daypart = 0; daypart < ItemHistory.DAYPARTS; daypart++) {
            lines.add("daypart " + bits(state.daypartShare(daypart)));
        }
        for (Affinity language : state.languages()) {
            lines.add(language.name() + " " + bits(language.share()));
        }
        for (Affinity publisher : state.publishers()) {
            lines.add(publisher.name() + " " + bits(publisher.share()));
        }
        for (int hour = 0; hour < 24; hour++) {
            lines.add("hour " + bits(state.hourShare(hour)));
        }
        for (int weekday = 1; weekday <= 7; weekday++) {
            lines.add("weekday " + bits(state.weekdayShare(weekday)));
        }
        lines.add(
                "sessions " + state.sessions() + " " + state.sessionStart() + " positive " + state.positiveFeedback());
        state.taste()
                .ifPresent(taste -> lines.add("taste " + Arrays.toString(taste.values()) + " of " + taste.items()));
        lines.add("session " + state.lastSession() + " negative " + state.negativeFeedback());
        Instant at = RandomInteractions.START.plus(Duration.ofDays(500));
        for (int i = 0; i < RandomInteractions.ITEMS; i++) {
            lines.add("item" + i + " " + bits(state.impressions(ImpressionKey.Scope.ITEM, "item" + i, at))
                    + state.isFavourite("item" + i));
        }
        for (int i = 0; i < RandomInteractions.ARTISTS; i++) {
            lines.add("artist" + i + " " + bits(state.impressions(ImpressionKey.Scope.ARTIST, "artist" + i, at))
                    + state.isFavourite("artist" + i));
        }
        for (int i = 0; i < 3; i++) {
            lines.add("shelf" + i + " " + bits(state.impressions(ImpressionKey.Scope.SHELF, "shelf" + i, at)));
        }
        for (int days = 0; days < 400; days += 7) {
            lines.add("explored " + state.exploredViews(RandomInteractions.START.plus(Duration.ofDays(days))));
        }
        return lines;
    }

    private static String bits(double value) {
        return Long.toHexString(Double.doubleToRawLongBits(value));
    }
}
