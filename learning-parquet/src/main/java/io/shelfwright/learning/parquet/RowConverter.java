package io.shelfwright.learning.parquet;

import io.shelfwright.learning.dataset.DatasetColumns;
import io.shelfwright.learning.dataset.DatasetPage;
import io.shelfwright.learning.dataset.DatasetRow;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.jspecify.annotations.Nullable;

/** Puts rows together from columns; rows of a page that follow each other share it. */
final class RowConverter extends RecordMaterializer<DatasetRow> {
    private final int labels;
    private final int features;
    private final String[] texts = new String[RowSchema.TEXTS.size()];
    private final double[] numbers = new double[RowSchema.NUMBERS.size()];
    private final boolean[] flags = new boolean[RowSchema.FLAGS.size()];
    private final float[] floats;
    private final Converter[] converters;
    private final GroupConverter root;
    private long at;
    private int position;
    private byte @Nullable [] nanBits;
    private @Nullable DatasetPage page;

    RowConverter(DatasetColumns columns) {
        labels = columns.objectives().size();
        features = columns.features().size();
        floats = new float[labels + features];
        int count = texts.length + 2 + numbers.length + flags.length + floats.length + 1;
        converters = new Converter[count];
        int field = 0;
        for (int i = 0; i < texts.length; i++) {
            converters[field++] = new Text(i);
        }
        converters[field++] = new PrimitiveConverter() {
            @Override
            public void addLong(long value) {
                at = value;
            }
        };
        converters[field++] = new PrimitiveConverter() {
            @Override
            public void addInt(int value) {
                position = value;
            }
        };
        for (int i = 0; i < numbers.length; i++) {
            int number = i;
            converters[field++] = new PrimitiveConverter() {
                @Override
                public void addDouble(double value) {
                    numbers[number] = value;
                }
            };
        }
        for (int i = 0; i < flags.length; i++) {
            int flag = i;
            converters[field++] = new PrimitiveConverter() {
                @Override
                public void addBoolean(boolean value) {
                    flags[flag] = value;
                }
            };
        }
        for (int i = 0; i < floats.length; i++) {
            int column = i;
            converters[field++] = new PrimitiveConverter() {
                @Override
                public void addFloat(float value) {
                    floats[column] = value;
                }
            };
        }
        converters[field] = new PrimitiveConverter() {
            @Override
            public void addBinary(Binary value) {
                nanBits = value.getBytes();
            }
        };
        root = new GroupConverter() {
            @Override
            public Converter getConverter(int index) {
                return converters[index];
            }

            @Override
            public void start() {
                nanBits = null;
            }

            @Override
            public void end() {}
        };
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    @Override
    public DatasetRow getCurrentRecord() {
        float[] own = Arrays.copyOfRange(floats, labels, labels + features);
        restoreNan(own);
        return new DatasetRow(
                page(),
                position,
                texts[9],
                texts[10],
                texts[11],
                texts[12],
                own,
                Arrays.copyOf(floats, labels),
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                numbers[4],
                numbers[5],
                flags[0],
                flags[1],
                flags[2]);
    }

    private DatasetPage page() {
        DatasetPage known = page;
        if (known == null
                || !known.userId().equals(texts[0])
                || !known.requestId().equals(texts[1])
                || !known.cursor().equals(texts[2])) {
            known = new DatasetPage(
                    0,
                    texts[0],
                    texts[1],
                    texts[2],
                    RowWriteSupport.instant(at),
                    texts[3],
                    texts[4],
                    texts[5],
                    texts[6],
                    texts[7],
                    texts[8]);
            page = known;
        }
        return known;
    }

    private void restoreNan(float[] values) {
        byte[] bits = nanBits;
        if (bits != null) {
            ByteBuffer pairs = ByteBuffer.wrap(bits).order(ByteOrder.LITTLE_ENDIAN);
            while (pairs.hasRemaining()) {
                values[pairs.getInt()] = Float.intBitsToFloat(pairs.getInt());
            }
        }
    }

    /** A text; what a dictionary holds is made a string once. */
    private final class Text extends PrimitiveConverter {
        private final int index;
        private String[] known = {};

        Text(int index) {
            this.index = index;
        }

        @Override
        public boolean hasDictionarySupport() {
            return true;
        }

        @Override
        public void setDictionary(Dictionary dictionary) {
            known = new String[dictionary.getMaxId() + 1];
            for (int id = 0; id < known.length; id++) {
                known[id] = dictionary.decodeToBinary(id).toStringUsingUTF8();
            }
        }

        @Override
        public void addValueFromDictionary(int id) {
            texts[index] = known[id];
        }

        @Override
        public void addBinary(Binary value) {
            texts[index] = value.toStringUsingUTF8();
        }
    }
}
