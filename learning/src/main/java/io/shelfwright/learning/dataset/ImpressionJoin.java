package io.shelfwright.learning.dataset;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.experience.LogReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Joins a log that fits into memory, user by user. */
final class ImpressionJoin {
    private final UserJoin join;

    private record Logged(List<PageRecord> pages, List<Interaction> interactions) {
        Logged() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    ImpressionJoin(Attribution attribution) {
        join = new UserJoin(attribution);
    }

    /**
     * Gives every page of the log once, by user and time.
     *
     * @throws io.shelfwright.api.ExperienceException if the log is damaged
     */
    JoinReport join(ExperienceLogReader reader, Consumer<JoinedPage> consumer) {
        Map<String, Logged> users = new TreeMap<>();
        LogReport pages = reader.pages(page -> users.computeIfAbsent(page.page().userId(), user -> new Logged())
                .pages()
                .add(page));
        LogReport interactions =
                reader.interactions(interaction -> users.computeIfAbsent(interaction.userId(), user -> new Logged())
                        .interactions()
                        .add(interaction));
        Tally tally = new Tally();
        for (Logged user : users.values()) {
            join.join(user.pages(), user.interactions(), tally).forEach(consumer);
        }
        tally.add(
                "truncatedFiles",
                pages.truncated().size() + interactions.truncated().size());
        return JoinReport.of(tally);
    }
}
