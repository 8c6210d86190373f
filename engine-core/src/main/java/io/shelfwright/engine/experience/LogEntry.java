package io.shelfwright.engine.experience;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import io.shelfwright.spi.ExperienceSink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** What waits for a sink. */
sealed interface LogEntry {

    /** Something to be written. */
    sealed interface Written extends LogEntry {
        void to(ExperienceSink sink);
    }

    record Page(PageRecord page) implements Written {
        @Override
        public void to(ExperienceSink sink) {
            sink.page(page);
        }
    }

    record Reaction(Interaction interaction) implements Written {
        @Override
        public void to(ExperienceSink sink) {
            sink.interaction(interaction);
        }
    }

    /**
     * Reached when everything before it was flushed.
     *
     * @param reached counted down then
     * @param last whether nothing comes after it
     */
    record Marker(CountDownLatch reached, boolean last) implements LogEntry {}

    /**
     * Asks the sink to remove a user.
     *
     * @param userId the user
     * @param done told whether everything of the user is gone there, or what the sink threw
     */
    record Erasing(String userId, CompletableFuture<Boolean> done) implements LogEntry {}
}
