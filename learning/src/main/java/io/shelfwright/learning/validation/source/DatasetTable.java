package io.shelfwright.learning.validation.source;

import io.shelfwright.api.UserProfile;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.DatasetPage;
import io.shelfwright.learning.dataset.DatasetRow;
import io.shelfwright.learning.dataset.StoredDataset;
import io.shelfwright.learning.validation.table.Table;
import io.shelfwright.learning.validation.table.TableColumn;
import io.shelfwright.learning.validation.table.TableRow;
import io.shelfwright.spi.FeatureSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The rows of a dataset or of a part of one: the columns of served rows as far as a dataset has them, then labels and features. */
public final class DatasetTable implements Table {
    private final String name;
    private final FeatureSchema features;
    private final List<String> objectives;
    private final Consumer<Consumer<DatasetRow>> rows;
    private final Function<String, Optional<UserProfile>> profiles;
    private final int tenure;
    private final List<TableColumn> columns = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * Makes a table over a dataset.
     *
     * @param profiles what is known of a listener; tier and age are read from it where the rows do not tell
     */
    public DatasetTable(String name, Dataset dataset, Function<String, Optional<UserProfile>> profiles) {
        this(name, dataset.schema(), dataset.objectives(), consumer -> each(dataset, consumer), profiles);
    }

    private DatasetTable(
            String name,
            FeatureSchema features,
            List<String> objectives,
            Consumer<Consumer<DatasetRow>> rows,
            Function<String, Optional<UserProfile>> profiles) {
        this.name = name;
        this.features = features;
        this.objectives = objectives;
        this.rows = rows;
        this.profiles = profiles;
        tenure = features.column(Listeners.TENURE);
        for (TableColumn column : LogColumns.served(features)) {
            if (!column.name().equals(LogColumns.ITEM_KIND)) {
                add(column);
            }
        }
        objectives.forEach(objective -> add(TableColumn.number(LogColumns.LABEL + objective)));
    }

    /** Returns a table over a file of a dataset on disk, which is read and verified each time. */
    public static DatasetTable shard(
            String name, StoredDataset dataset, int shard, Function<String, Optional<UserProfile>> profiles) {
        return new DatasetTable(
                name,
                dataset.schema(),
                dataset.manifest().objectives(),
                consumer -> dataset.forEach(shard, consumer),
                profiles);
    }

    private static void each(Dataset dataset, Consumer<DatasetRow> consumer) {
        for (int row = 0; row < dataset.size(); row++) {
            consumer.accept(dataset.row(row));
        }
    }

    private void add(TableColumn column) {
        places.put(column.name(), columns.size());
        columns.add(column);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<TableColumn> columns() {
        return List.copyOf(columns);
    }

    @Override
    public void read(Consumer<TableRow> consumer) {
        TableRow row = new TableRow(columns.size());
        Map<String, Optional<UserProfile>> known = new HashMap<>();
        rows.accept(trained -> {
            row.clear();
            fill(row, trained, known.computeIfAbsent(trained.userId(), profiles));
            consumer.accept(row);
        });
    }

    private void fill(TableRow row, DatasetRow trained, Optional<UserProfile> profile) {
        DatasetPage page = trained.page();
        put(row, LogColumns.REQUEST, page.requestId());
        row.set(places.getOrDefault(LogColumns.CURSOR, 0), page.cursor());
        put(row, LogColumns.ITEM, trained.itemId());
        put(row, LogColumns.USER, page.userId());
        put(row, LogColumns.TIME, page.at().toString());
        put(row, LogColumns.TIER, Listeners.tier(page.tier(), profile));
        put(row, LogColumns.MARKET, page.market());
        put(row, LogColumns.DEVICE, page.device());
        put(row, LogColumns.LISTENER, Listeners.age(profile, page.at(), tenure, trained.features()));
        put(row, LogColumns.SHELF, trained.shelfId());
        put(row, LogColumns.SHELF_KIND, trained.shelfKind());
        put(row, LogColumns.GENERATOR, trained.generator());
        put(row, LogColumns.EXPLORED, Boolean.toString(trained.explored()));
        put(row, LogColumns.SCORE, trained.liveScore());
        put(row, LogColumns.UTILITY, trained.utility());
        put(row, LogColumns.EXAMINATION, trained.examination());
        put(row, LogColumns.PROPENSITY, trained.propensity());
        for (int o = 0; o < objectives.size(); o++) {
            put(row, LogColumns.LABEL + objectives.get(o), trained.labels()[o]);
        }
        float[] values = trained.features();
        int first = columns.size() - objectives.size() - features.size();
        for (int i = 0; i < values.length; i++) {
            if (!Float.isNaN(values[i])) {
                row.set(first + i, values[i]);
            }
        }
    }

    private void put(TableRow row, String column, String text) {
        if (!text.isEmpty()) {
            row.set(places.getOrDefault(column, 0), text);
        }
    }

    private void put(TableRow row, String column, double number) {
        row.set(places.getOrDefault(column, 0), number);
    }
}
