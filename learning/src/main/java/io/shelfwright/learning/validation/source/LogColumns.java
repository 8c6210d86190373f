package io.shelfwright.learning.validation.source;

import io.shelfwright.learning.validation.schema.ComparatorRule;
import io.shelfwright.learning.validation.schema.ComparisonRule;
import io.shelfwright.learning.validation.schema.DataSchema;
import io.shelfwright.learning.validation.schema.DatasetRule;
import io.shelfwright.learning.validation.schema.Domain;
import io.shelfwright.learning.validation.schema.Environments;
import io.shelfwright.learning.validation.schema.FeatureRule;
import io.shelfwright.learning.validation.schema.Presence;
import io.shelfwright.learning.validation.schema.SchemaGenerator;
import io.shelfwright.learning.validation.schema.Severity;
import io.shelfwright.learning.validation.schema.SliceRule;
import io.shelfwright.learning.validation.schema.TableKeys;
import io.shelfwright.learning.validation.statistics.SliceSpec;
import io.shelfwright.learning.validation.table.TableColumn;
import io.shelfwright.learning.validation.table.ValueType;
import io.shelfwright.spi.FeatureSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The columns of served and trained rows: what names a row, its circumstances, what the model said, labels, and the features. */
public final class LogColumns {
    public static final String REQUEST = "request_id";
    public static final String CURSOR = "cursor";
    public static final String ITEM = "item_id";
    public static final String USER = "user_id";
    public static final String TIME = "at";
    public static final String TIER = "tier";
    public static final String MARKET = "market";
    public static final String DEVICE = "device";
    public static final String LISTENER = "listener";
    public static final String SHELF = "shelf";
    public static final String SHELF_KIND = "shelf_kind";
    public static final String ITEM_KIND = "item_kind";
    public static final String GENERATOR = "generator";
    public static final String EXPLORED = "explored";
    public static final String SCORE = "score";
    public static final String UTILITY = "utility";
    public static final String EXAMINATION = "examination";
    public static final String PROPENSITY = "propensity";
    public static final String WEIGHT = "weight";

    /** Columns of labels are called {@code label.stream} and so on. */
    public static final String LABEL = "label.";

    private static final List<String> TEXTS = List.of(
            REQUEST,
            CURSOR,
            ITEM,
            USER,
            TIME,
            TIER,
            MARKET,
            DEVICE,
            LISTENER,
            SHELF,
            SHELF_KIND,
            ITEM_KIND,
            GENERATOR,
            EXPLORED);
    private static final List<String> NUMBERS = List.of(SCORE, UTILITY, EXAMINATION, PROPENSITY);

    /** Slices that are validated unless a schema says otherwise. */
    public static final List<String> SLICES =
            List.of(TIER, MARKET, DEVICE, LISTENER, SHELF, SHELF_KIND, ITEM_KIND, GENERATOR, TIER + " x " + DEVICE);

    private static final Map<String, Integer> PLACES = new HashMap<>();

    static {
        Stream.concat(TEXTS.stream(), NUMBERS.stream()).forEach(name -> PLACES.put(name, PLACES.size()));
    }

    private LogColumns() {}

    /** Returns the place of one of the columns that every row begins with. */
    static int place(String column) {
        return PLACES.getOrDefault(column, -1);
    }

    /** Returns the columns of served rows, features last. */
    static List<TableColumn> served(FeatureSchema features) {
        List<TableColumn> columns = new ArrayList<>();
        TEXTS.forEach(name -> columns.add(TableColumn.text(name)));
        NUMBERS.forEach(name -> columns.add(TableColumn.number(name)));
        features.features().forEach(feature -> columns.add(TableColumn.number(feature.name())));
        return columns;
    }

    /**
     * Returns the schema of served and trained rows that the declarations of features give.
     *
     * @param objectives what rows are labelled for, expected in training only
     */
    public static DataSchema schema(FeatureSchema features, List<String> objectives) {
        List<FeatureRule> rules = new ArrayList<>();
        for (String name : List.of(TIER, MARKET, ITEM_KIND)) {
            rules.add(category(name, false));
        }
        for (String name : List.of(DEVICE, LISTENER, SHELF, SHELF_KIND, GENERATOR)) {
            rules.add(category(name, true));
        }
        rules.add(category(EXPLORED, true).with(new Domain.Flag("true", "false")));
        rules.add(number(SCORE, new Domain.Range(0, 1, false, false)));
        rules.add(number(UTILITY, new Domain.Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, false)));
        rules.add(number(EXAMINATION, new Domain.Range(0, 1, false, false)));
        rules.add(number(PROPENSITY, new Domain.Range(0, 1, false, false)));
        for (String objective : objectives) {
            rules.add(number(LABEL + objective, new Domain.Range(0, 1, false, false))
                    .with(new Environments(Set.of(DataSchema.TRAINING), Set.of()))
                    .comparedBy(SchemaGenerator.DRIFT, ComparatorRule.NONE));
        }
        rules.addAll(SchemaGenerator.declared(features));
        return DataSchema.of(rules)
                .with(new TableKeys(List.of(USER, REQUEST, CURSOR, ITEM), USER, TIME, "", List.of()))
                .with(new SliceRule(SLICES.stream().map(SliceSpec::parse).toList(), 100, 5, 0.5, Severity.ERROR))
                .with(new DatasetRule(1, Long.MAX_VALUE, 0.2, 10))
                .with(ComparisonRule.DEFAULT);
    }

    private static FeatureRule category(String name, boolean always) {
        return FeatureRule.of(name, ValueType.STRING)
                .with(always ? new Presence(true, 1, 1) : new Presence(true, 0, 0))
                .comparedBy(SchemaGenerator.CATEGORY_DRIFT, SchemaGenerator.CATEGORY_SKEW);
    }

    private static FeatureRule number(String name, Domain domain) {
        return FeatureRule.of(name, ValueType.FLOAT)
                .with(new Presence(true, 1, 1))
                .with(domain)
                .comparedBy(SchemaGenerator.DRIFT, SchemaGenerator.SKEW);
    }
}
