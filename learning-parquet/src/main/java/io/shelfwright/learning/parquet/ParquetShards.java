package io.shelfwright.learning.parquet;

import io.shelfwright.learning.dataset.DatasetColumns;
import io.shelfwright.learning.dataset.DatasetRow;
import io.shelfwright.learning.dataset.ShardFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** Shards as Parquet files, compressed with Zstandard; the same rows give the same bytes. Thread-safe. */
public final class ParquetShards implements ShardFormat {

    @Override
    public String extension() {
        return "parquet";
    }

    @Override
    public Writer create(Path file, DatasetColumns columns) throws IOException {
        ParquetWriter<DatasetRow> writer = new Builder(new LocalOutputFile(file), columns)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .build();
        return new Writer() {
            @Override
            public void write(DatasetRow row) throws IOException {
                writer.write(row);
            }

            @Override
            public void close() throws IOException {
                writer.close();
            }
        };
    }

    @Override
    public void read(Path file, DatasetColumns columns, Consumer<DatasetRow> consumer) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            MessageType schema = RowSchema.of(columns);
            MessageType written = reader.getFileMetaData().getSchema();
            if (!written.equals(schema)) {
                throw new IOException(
                        file + " has the columns " + written.getFields() + ", expected are " + schema.getFields());
            }
            MessageColumnIO columnIo = new ColumnIOFactory().getColumnIO(schema);
            RowConverter converter = new RowConverter(columns);
            for (PageReadStore rows = reader.readNextRowGroup(); rows != null; rows = reader.readNextRowGroup()) {
                RecordReader<DatasetRow> records = columnIo.getRecordReader(rows, converter);
                for (long row = 0; row < rows.getRowCount(); row++) {
                    consumer.accept(records.read());
                }
            }
        }
    }

    private static final class Builder extends ParquetWriter.Builder<DatasetRow, Builder> {
        private final DatasetColumns columns;

        Builder(OutputFile file, DatasetColumns columns) {
            super(file);
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<DatasetRow> getWriteSupport(Configuration configuration) {
            return new RowWriteSupport(
                    RowSchema.of(columns),
                    Map.of("shelfwright.transform", columns.features().fingerprint()));
        }
    }
}
