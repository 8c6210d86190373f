package io.shelfwright.learning.validation.source;

import io.shelfwright.api.HomePage;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.api.UserProfile;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.learning.validation.table.Table;
import io.shelfwright.learning.validation.table.TableColumn;
import io.shelfwright.learning.validation.table.TableRow;
import io.shelfwright.spi.FeatureSchema;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The served cards of an experience log as rows, one a card, of the pages built within a span and by one feature transform.
 *
 * <p>A feature that is NaN is missing, as rankers read it. The tier is the one that was logged, or the profile's; a listener is {@code new} in the
 * first four weeks after joining, then {@code old}, or {@code unknown}. Pages of another transform are left out and counted.
 */
public final class LogTable implements Table {
    private final String name;
    private final Path experience;
    private final FeatureSchema features;
    private final Span span;
    private final Function<String, Optional<UserProfile>> profiles;
    private final List<TableColumn> columns;
    private final int tenure;
    private long otherPages;

    /**
     * Makes a table; nothing is read yet.
     *
     * @param experience directory of the log
     * @param features the transform whose pages are wanted
     * @param profiles what is known of a listener, empty where nothing is
     */
    public LogTable(
            String name,
            Path experience,
            FeatureSchema features,
            Span span,
            Function<String, Optional<UserProfile>> profiles) {
        this.name = name;
        this.experience = experience;
        this.features = features;
        this.span = span;
        this.profiles = profiles;
        columns = LogColumns.served(features);
        tenure = features.column(Listeners.TENURE);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<TableColumn> columns() {
        return columns;
    }

    /** Returns the pages that the last reading left out since they went through another transform. */
    public long otherPages() {
        return otherPages;
    }

    @Override
    public void read(Consumer<TableRow> consumer) {
        otherPages = 0;
        Set<List<String>> seen = new HashSet<>();
        ServedRows rows = new ServedRows(columns, remembered(), consumer);
        new ExperienceLogReader(experience).pages(page -> {
            HomePage built = page.page();
            if (!span.includes(built.at()) || !seen.add(List.of(built.userId(), built.requestId(), page.cursor()))) {
                return;
            }
            if (page.schemaFingerprint().equals(features.fingerprint())) {
                rows.add(page);
            } else {
                otherPages++;
            }
        });
    }

    private Function<String, Optional<UserProfile>> remembered() {
        Map<String, Optional<UserProfile>> known = new HashMap<>();
        return user -> known.computeIfAbsent(user, profiles);
    }

    /** Turns pages into rows. */
    private final class ServedRows {
        private final Function<String, Optional<UserProfile>> known;
        private final Consumer<TableRow> consumer;
        private final TableRow row;
        private final int first;

        ServedRows(
                List<TableColumn> columns, Function<String, Optional<UserProfile>> known, Consumer<TableRow> consumer) {
            this.known = known;
            this.consumer = consumer;
            row = new TableRow(columns.size());
            first = columns.size() - features.size();
        }

        void add(PageRecord page) {
            for (SlotRecord slot : page.slots()) {
                row.clear();
                circumstances(page, slot);
                put(LogColumns.SCORE, slot.score());
                put(LogColumns.UTILITY, slot.utility());
                put(LogColumns.EXAMINATION, slot.examination());
                put(LogColumns.PROPENSITY, slot.propensity());
                float[] values = slot.features();
                for (int i = 0; i < Math.min(values.length, features.size()); i++) {
                    if (!Float.isNaN(values[i])) {
                        row.set(first + i, values[i]);
                    }
                }
                consumer.accept(row);
            }
        }

        private void circumstances(PageRecord page, SlotRecord slot) {
            HomePage built = page.page();
            Optional<UserProfile> profile = known.apply(built.userId());
            put(LogColumns.REQUEST, built.requestId());
            row.set(LogColumns.place(LogColumns.CURSOR), page.cursor());
            put(LogColumns.ITEM, slot.itemId());
            put(LogColumns.USER, built.userId());
            put(LogColumns.TIME, built.at().toString());
            put(LogColumns.TIER, Listeners.tier(page.tier(), profile));
            put(LogColumns.MARKET, page.market());
            put(LogColumns.DEVICE, page.device());
            put(LogColumns.LISTENER, Listeners.age(profile, built.at(), tenure, slot.features()));
            put(LogColumns.SHELF, slot.shelfId());
            put(LogColumns.SHELF_KIND, slot.shelfKind());
            put(
                    LogColumns.ITEM_KIND,
                    built.card(slot.itemId()).map(card -> card.kind().name()).orElse(""));
            put(LogColumns.GENERATOR, slot.generator());
            put(LogColumns.EXPLORED, Boolean.toString(slot.explored()));
        }

        private void put(String column, String text) {
            if (!text.isEmpty()) {
                row.set(LogColumns.place(column), text);
            }
        }

        private void put(String column, double number) {
            row.set(LogColumns.place(column), number);
        }
    }
}
