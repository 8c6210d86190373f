package io.shelfwright.learning;

import io.shelfwright.api.Feedback;
import io.shelfwright.api.Funnel;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.engine.experience.AvroExperienceLog;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.experience.ExperienceLogSettings;
import io.shelfwright.learning.dataset.DatasetPage;
import io.shelfwright.learning.dataset.DatasetRow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Pages, slots and interactions for tests, and a log to put them through. */
public final class TestPages {
    public static final Instant AT = Instant.parse("2024-05-01T12:00:00Z");

    private TestPages() {}

    public static PageRecord page(String user, String request, Instant at, String fingerprint, List<SlotRecord> slots) {
        return page(user, request, at, fingerprint, "prior", "000001", slots);
    }

    public static PageRecord page(
            String user,
            String request,
            Instant at,
            String fingerprint,
            String ranker,
            String snapshot,
            List<SlotRecord> slots) {
        HomePage page =
                new HomePage(request, user, at, 1, snapshot, "config", 1, ranker, List.of(), List.of(), "", Map.of());
        // The machine that simulates answers years later; nothing may depend on it.
        return new PageRecord(
                page,
                "SE",
                "phone",
                "UTC",
                "",
                fingerprint,
                at.plus(Duration.ofDays(700)),
                List.of(),
                0,
                new Funnel(60, 50, 50, slots.size()),
                slots);
    }

    public static SlotRecord slot(String item, float... features) {
        return slot(item, 1, 1, false, true, features);
    }

    public static SlotRecord slot(
            String item, double examination, double propensity, boolean explored, boolean valid, float... features) {
        return new SlotRecord(
                0,
                0,
                "shelf",
                "albums",
                item,
                "popular",
                features,
                new float[] {0.5f},
                0.3,
                0.3,
                examination,
                propensity,
                valid,
                explored ? 60 : 1,
                explored);
    }

    public static Interaction did(
            String id, String user, InteractionType type, String item, String request, Instant at) {
        return Interaction.of(user, type, item)
                .withId(id)
                .from(request, "shelf")
                .at(at);
    }

    public static Interaction undo(String id, String user, String undone, Instant at) {
        return Feedback.undo(user, undone).withId(id).at(at);
    }

    public static ExperienceLogReader log(Path directory, List<PageRecord> pages, List<Interaction> interactions) {
        try (AvroExperienceLog log =
                new AvroExperienceLog(directory, InstantSource.fixed(AT), ExperienceLogSettings.DEFAULT)) {
            pages.forEach(log::page);
            interactions.forEach(log::interaction);
        }
        return new ExperienceLogReader(directory);
    }

    /** Returns a row without labels of a page of its own. */
    public static DatasetRow row(SlotRecord slot, boolean reacted, boolean seen, float... labels) {
        DatasetPage page = new DatasetPage(0, "u", "r", "", AT, "SE", "phone", "", "prior", "000001", "config");
        return new DatasetRow(
                page,
                0,
                slot.shelfId(),
                slot.shelfKind(),
                slot.itemId(),
                slot.generator(),
                slot.features(),
                labels,
                1,
                1,
                slot.score(),
                slot.utility(),
                slot.examination(),
                slot.propensity(),
                slot.explored(),
                seen,
                reacted);
    }
}
