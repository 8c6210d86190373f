package io.shelfwright.sample.data;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.TargetType;
import java.time.Instant;

/** An interaction with an item as one tab-separated line: user, item, type, time in milliseconds, amount, id. */
final class InteractionRow {
    private static final int COLUMNS = 6;

    private InteractionRow() {}

    static void append(StringBuilder out, Interaction interaction) {
        if (interaction.targetType() != TargetType.ITEM || interaction.type() == InteractionType.UNDO) {
            throw new IllegalArgumentException("a source keeps interactions with items, not " + interaction.type()
                    + " of " + interaction.targetType());
        }
        column(out, interaction.userId()).append('\t');
        column(out, interaction.targetId()).append('\t');
        out.append(interaction.type().name()).append('\t');
        out.append(interaction.time().toEpochMilli()).append('\t');
        double amount = interaction.amount();
        if (amount == (long) amount) {
            out.append((long) amount);
        } else {
            out.append(amount);
        }
        out.append('\t');
        column(out, interaction.id()).append('\n');
    }

    static Interaction parse(String line) {
        String[] columns = new String[COLUMNS];
        int start = 0;
        for (int i = 0; i < COLUMNS; i++) {
            int end = line.indexOf('\t', start);
            if ((end < 0) != (i == COLUMNS - 1)) {
                throw new IllegalArgumentException("expected " + COLUMNS + " tab-separated columns");
            }
            columns[i] = line.substring(start, end < 0 ? line.length() : end);
            start = end + 1;
        }
        return new Interaction(
                columns[5],
                columns[0],
                InteractionType.valueOf(columns[2]),
                TargetType.ITEM,
                columns[1],
                Instant.ofEpochMilli(Long.parseLong(columns[3])),
                Double.parseDouble(columns[4]),
                "",
                "",
                "",
                false);
    }

    private static StringBuilder column(StringBuilder out, String value) {
        if (value.isEmpty() || value.indexOf('\t') >= 0 || value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            throw new IllegalArgumentException(
                    "an id of an interaction is empty or has a tab or line break: '" + value + "'");
        }
        return out.append(value);
    }
}
