package io.shelfwright.learning.validation.report;

/** What a finding is; names and conditions are TensorFlow Data Validation's as far as that has them. */
public enum AnomalyType {
    /** A required column is absent. */
    SCHEMA_MISSING_COLUMN("is missing", true),
    /** A column is not in the schema. */
    SCHEMA_NEW_COLUMN("is new", true),
    /** A required column has no value. */
    FEATURE_TYPE_NOT_PRESENT("has no value", true),
    /** A column is not of the schema's type. */
    UNEXPECTED_DATA_TYPE("has another type", true),
    /** A domain does not belong to the type. */
    DOMAIN_INVALID_FOR_TYPE("has a domain that its type cannot have", true),
    /** A rule of the schema contradicts itself. */
    INVALID_SCHEMA_SPECIFICATION("has a rule that contradicts itself", true),
    /** A domain contradicts itself. */
    INVALID_DOMAIN_SPECIFICATION("has a domain that contradicts itself", true),
    /** A custom rule is broken. */
    CUSTOM_VALIDATION("breaks a custom rule", true),
    /** A measure that a rule asks for is not there. */
    STATS_NOT_AVAILABLE("lacks a statistic that a rule needs", true),
    /** Too small a share of rows has a value. */
    FEATURE_TYPE_LOW_FRACTION_PRESENT("is missing too often", true),
    /** Too few rows have a value. */
    FEATURE_TYPE_LOW_NUMBER_PRESENT("has too few values", true),
    /** A cell holds too few values. */
    FEATURE_TYPE_LOW_NUMBER_VALUES("has cells of too few values", true),
    /** A cell holds too many values. */
    FEATURE_TYPE_HIGH_NUMBER_VALUES("has cells of too many values", true),
    /** Lists are nested otherwise. */
    VALUE_NESTEDNESS_MISMATCH("has lists nested otherwise", true),
    /** Cells do not all have the fixed number of values. */
    INVALID_FEATURE_SHAPE("has cells of another shape", true),
    /** Too few different values. */
    FEATURE_TYPE_LOW_UNIQUE("has too few different values", true),
    /** Too many different values. */
    FEATURE_TYPE_HIGH_UNIQUE("has too many different values", true),
    /** A rule about different values of a column that has no categories. */
    FEATURE_TYPE_NO_UNIQUE("has no categories to count", true),
    /** Too much lies outside the domain. */
    ENUM_TYPE_UNEXPECTED_STRING_VALUES("has unexpected values", true),
    /** Texts are no valid UTF-8. */
    ENUM_TYPE_INVALID_UTF8("has texts that are no UTF-8", true),
    INT_TYPE_SMALL_INT("has too small values", true),
    INT_TYPE_BIG_INT("has too large values", true),
    /** Texts that should be whole numbers are none. */
    INT_TYPE_NOT_INT_STRING("has texts that are no whole numbers", true),
    FLOAT_TYPE_SMALL_FLOAT("has too small values", true),
    FLOAT_TYPE_BIG_FLOAT("has too large values", true),
    /** Texts that should be numbers are none. */
    FLOAT_TYPE_STRING_NOT_FLOAT("has texts that are no numbers", true),
    FLOAT_TYPE_HAS_NAN("has NaN", true),
    FLOAT_TYPE_HAS_INF("has infinite values", true),
    BOOL_TYPE_BIG_INT("has values above 1", true),
    BOOL_TYPE_SMALL_INT("has values below 0", true),
    BOOL_TYPE_UNEXPECTED_STRING("has texts other than its two", true),
    BOOL_TYPE_UNEXPECTED_FLOAT("has values other than 0 and 1", true),
    /** Two texts for a column of numbers, or none for one of texts. */
    BOOL_TYPE_INVALID_CONFIG("names its two values wrongly", true),
    COMPARATOR_L_INFTY_HIGH("has a share that differs too much", true),
    COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH("is distributed otherwise", true),
    COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH("has a count that differs too much", true),
    /** The other data lacks the column. */
    COMPARATOR_CONTROL_DATA_MISSING("is missing in the data compared with", true),
    DATASET_LOW_NUM_EXAMPLES("has too few rows", true),
    DATASET_HIGH_NUM_EXAMPLES("has too many rows", true),
    COMPARATOR_LOW_NUM_EXAMPLES("has too few rows beside the other data", true),
    COMPARATOR_HIGH_NUM_EXAMPLES("has too many rows beside the other data", true),

    /** The share of missing values differs. */
    MISSING_SHARE_HIGH("is missing at another rate", false),
    /** A feature has another value than before for the same item of the same snapshot. */
    FEATURE_REDEFINED("is computed in another way", false),
    /** A feature of the listener no longer changes with what the listener does. */
    FEATURE_STANDS_STILL("stands still", false),
    /** A slice of the other data is not there. */
    SLICE_MISSING("is a slice that is missing", false),
    /** A slice has much less of the rows than in the other data. */
    SLICE_SHRUNKEN("is a slice that has shrunken", false),
    /** A row has another value than the row of the same key. */
    ROW_MISMATCH("differs between rows of one key", false),
    /** Another value than the row of the same key, and mostly that of an earlier row. */
    ROW_LAGGING("lags behind", false),
    /** A row of the current data has no partner. */
    ROW_WITHOUT_PARTNER("has rows that the other data lacks", false),
    /** Several rows have one key. */
    ROW_KEY_REPEATED("has rows with one key", false),
    /** Rows cannot be told apart since a key column is absent. */
    ROW_KEY_MISSING("lacks a column of the key", false);

    private final String says;
    private final boolean tfdv;

    AnomalyType(String says, boolean tfdv) {
        this.says = says;
        this.tfdv = tfdv;
    }

    /** Returns what is said of the column, such as {@code is missing}. */
    public String says() {
        return says;
    }

    /** Returns whether TensorFlow Data Validation has it too. */
    public boolean ofTfdv() {
        return tfdv;
    }
}
