package io.shelfwright.engine.userstate;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Interaction;

/** What an interaction needs before it may be stored. */
final class Recordable {
    private Recordable() {}

    static void check(Interaction interaction) {
        if (interaction.id().isEmpty()) {
            throw new BadRequestException("interaction of user " + interaction.userId()
                    + " has no id; give it one, or record it through the engine, which derives one");
        }
        if (interaction.at() == null) {
            throw new BadRequestException("interaction " + interaction.id() + " of user " + interaction.userId()
                    + " has no time; give it one, or record it through the engine, which reads its clock");
        }
        TimeRange.check(interaction.time(), "interaction " + interaction.id());
    }
}
