package io.shelfwright.vectors.spark;

import io.shelfwright.api.BadRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Reads the rows of a directory {@code itemFactors}: an integer {@code id} and a list of floats {@code features}. */
final class FactorRows {
    private static final String ID = "id";
    private static final String FEATURES = "features";

    private FactorRows() {}

    /** Takes a row. */
    interface Consumer {
        /** Takes a row of a part of the directory. */
        void take(Path part, int id, float[] features);
    }

    /**
     * Reads all parts in the order of their names.
     *
     * @throws BadRequestException naming the file, if one is damaged or of another schema
     */
    static void read(Path directory, Consumer consumer) {
        for (Path part : parts(directory)) {
            try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(part))) {
                MessageType schema = reader.getFileMetaData().getSchema();
                requireSchema(part, schema);
                MessageColumnIO columns = new ColumnIOFactory().getColumnIO(schema);
                for (PageReadStore pages = reader.readNextRowGroup();
                        pages != null;
                        pages = reader.readNextRowGroup()) {
                    RecordReader<Group> rows = columns.getRecordReader(pages, new GroupRecordConverter(schema));
                    for (long row = 0; row < pages.getRowCount(); row++) {
                        Group group = rows.read();
                        consumer.take(part, group.getInteger(ID, 0), features(part, group));
                    }
                }
            } catch (BadRequestException e) {
                throw e;
            } catch (IOException | RuntimeException e) { // the library throws what it likes at damaged files
                throw new BadRequestException(part + " is not a whole Parquet file: " + e + "; write it again", e);
            }
        }
    }

    private static List<Path> parts(Path directory) {
        try (Stream<Path> children = Files.list(directory)) {
            List<Path> parts = children.filter(child -> {
                        String name = String.valueOf(child.getFileName());
                        return name.endsWith(".parquet") && !name.startsWith(".") && !name.startsWith("_");
                    })
                    .sorted()
                    .toList();
            if (parts.isEmpty()) {
                throw new BadRequestException(
                        directory + " holds no .parquet file; name the directory itemFactors of a saved ALSModel");
            }
            return parts;
        } catch (IOException e) {
            throw new BadRequestException(
                    directory + " cannot be listed (" + e + "); name the directory itemFactors of a saved ALSModel", e);
        }
    }

    private static void requireSchema(Path part, MessageType schema) {
        boolean fits = schema.containsField(ID)
                && schema.getType(ID).isPrimitive()
                && schema.getType(ID).asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT32
                && schema.containsField(FEATURES)
                && isListOfFloats(schema);
        if (!fits) {
            throw new BadRequestException(part + " has the columns " + schema.getFields()
                    + "; expected are those of Spark's item factors: id (int) and features (array of float)");
        }
    }

    private static boolean isListOfFloats(MessageType schema) {
        if (schema.getType(FEATURES).isPrimitive()) {
            return false;
        }
        GroupType list = schema.getType(FEATURES).asGroupType();
        if (list.getFieldCount() != 1 || list.getType(0).isPrimitive()) {
            return false;
        }
        GroupType element = list.getType(0).asGroupType();
        return element.getFieldCount() == 1
                && element.getType(0).isPrimitive()
                && element.getType(0).asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.FLOAT;
    }

    private static float[] features(Path part, Group group) {
        int id = group.getInteger(ID, 0);
        if (group.getFieldRepetitionCount(FEATURES) == 0) {
            throw new BadRequestException(part + " has no features for the id " + id);
        }
        Group list = group.getGroup(FEATURES, 0);
        float[] features = new float[list.getFieldRepetitionCount(0)];
        for (int at = 0; at < features.length; at++) {
            Group element = list.getGroup(0, at);
            if (element.getFieldRepetitionCount(0) == 0) {
                throw new BadRequestException(part + " has a null in the features of the id " + id);
            }
            features[at] = element.getFloat(0, 0);
        }
        return features;
    }
}
