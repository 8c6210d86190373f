package io.shelfwright.engine;

import io.shelfwright.api.HomePage;
import io.shelfwright.api.PageRecord;
import io.shelfwright.engine.experience.ExperienceLogReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds what the log holds of one page, looking at the latest files first. */
final class LoggedPage {
    private LoggedPage() {}

    /**
     * Returns the record of a page, null where the log has none.
     *
     * @throws io.shelfwright.api.ExperienceException if a file that is looked at is damaged
     */
    static @Nullable PageRecord latest(Path log, Predicate<HomePage> wanted) {
        List<Path> files = new ExperienceLogReader(log).pageFiles();
        for (int i = files.size() - 1; i >= 0; i--) {
            List<PageRecord> found = new ArrayList<>(1);
            ExperienceLogReader.pages(files.get(i), record -> {
                if (wanted.test(record.page())) {
                    found.add(record);
                }
            });
            if (!found.isEmpty()) {
                return found.get(0);
            }
        }
        return null;
    }
}
