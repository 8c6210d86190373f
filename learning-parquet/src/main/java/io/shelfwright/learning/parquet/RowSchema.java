package io.shelfwright.learning.parquet;

import io.shelfwright.learning.dataset.DatasetColumns;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * The columns of a dataset's file: what names a row, its numbers, then a float for each label ({@code label:stream}) and each
 * feature ({@code user_item:plays}).
 *
 * <p>Parquet writes one NaN for every NaN. The bits of the others are kept in {@code nan_bits}: pairs of column and bits.
 */
final class RowSchema {
    static final List<String> TEXTS = List.of(
            "user_id",
            "request_id",
            "cursor",
            "market",
            "device",
            "tier",
            "ranker",
            "snapshot",
            "config_hash",
            "shelf_id",
            "shelf_kind",
            "item_id",
            "generator");
    static final List<String> NUMBERS =
            List.of("weight", "sampling_weight", "live_score", "utility", "examination", "propensity");
    static final List<String> FLAGS = List.of("explored", "seen", "reacted");

    private RowSchema() {}

    static MessageType of(DatasetColumns columns) {
        List<Type> fields = new ArrayList<>();
        for (String text : TEXTS) {
            fields.add(Types.required(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named(text));
        }
        fields.add(Types.required(PrimitiveTypeName.INT64)
                .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.NANOS))
                .named("at"));
        fields.add(Types.required(PrimitiveTypeName.INT32).named("position"));
        NUMBERS.forEach(
                number -> fields.add(Types.required(PrimitiveTypeName.DOUBLE).named(number)));
        FLAGS.forEach(
                flag -> fields.add(Types.required(PrimitiveTypeName.BOOLEAN).named(flag)));
        for (String objective : columns.objectives()) {
            fields.add(Types.required(PrimitiveTypeName.FLOAT).named("label:" + objective));
        }
        columns.features()
                .features()
                .forEach(feature -> fields.add(Types.required(PrimitiveTypeName.FLOAT)
                        .named(feature.name().replace('.', ':'))));
        fields.add(Types.optional(PrimitiveTypeName.BINARY).named("nan_bits"));
        return new MessageType("row", fields);
    }
}
