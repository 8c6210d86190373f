package io.shelfwright.vectors.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkFactorsTest {
    /** As Spark 3 and 4 write {@code ALSModel.itemFactors}. */
    private static final MessageType SPARK = MessageTypeParser.parseMessageType("message spark_schema {"
            + " required int32 id;"
            + " optional group features (LIST) { repeated group list { required float element; } } }");

    private static final List<Item> CATALOG = List.of(item("a"), item("b"), item("c"));

    @TempDir
    Path directory;

    private Path factors;
    private Path mapping;

    @BeforeEach
    void aSavedModel() throws IOException {
        factors = Files.createDirectory(directory.resolve("itemFactors"));
        mapping = Files.writeString(directory.resolve("items.csv"), "id,item\n0,c\n10,a\n7,gone\n");
        Files.writeString(factors.resolve("_SUCCESS"), "");
        Files.writeString(factors.resolve(".part-00000.snappy.parquet.crc"), "x");
    }

    @Test
    void factorsOfAllPartsStandInTheCatalogsOrder() throws IOException {
        write("part-00000-x-c000.snappy.parquet", row(0, 1, 2), row(7, 9, 9));
        write("part-00001-x-c000.snappy.parquet", row(10, 3, 4), row(99, 9, 9));
        SparkFactors read = SparkFactors.read(factors, mapping, CATALOG, 40, 0.1);
        assertThat(read.factors().dimension()).isEqualTo(2);
        assertThat(read.factors().values()).containsExactly(3, 4, 0, 0, 1, 2);
        assertThat(read.factors().known().stream()).containsExactly(0, 2);
        assertThat(read.foreign()).isEqualTo(1);
        assertThat(read.unmapped()).isEqualTo(1);
        assertThat(read.factors().foldIn().unobservedWeight()).isEqualTo(1 / 40.0);
        assertThat(read.factors().foldIn().regularisation()).isEqualTo(0.1 / 40);
        assertThat(read.factors().origin().algorithm()).isEqualTo("spark-als");
    }

    @Test
    void thousandsOfRowsAndManyDimensionsAreRead() throws IOException {
        Row[] rows = new Row[5_000];
        StringBuilder ids = new StringBuilder();
        for (int id = 0; id < rows.length; id++) {
            float[] features = new float[64];
            java.util.Arrays.fill(features, id);
            rows[id] = new Row(id, features);
            ids.append(id).append('\t').append(id == 4_321 ? "b" : "x" + id).append('\n');
        }
        Files.writeString(mapping, ids);
        write("part-0.parquet", rows);
        SparkFactors read = SparkFactors.read(factors, mapping, CATALOG, 1, 1);
        assertThat(read.factors().values()[64]).isEqualTo(4_321);
        assertThat(read.factors().values()[127]).isEqualTo(4_321);
        assertThat(read.foreign()).isEqualTo(4_999);
    }

    @Test
    void whatDoesNotFitIsToldWithItsFile() throws IOException {
        assertThatThrownBy(() -> read()).hasMessageContaining("holds no .parquet file");
        assertThatThrownBy(() -> SparkFactors.read(directory.resolve("none"), mapping, CATALOG, 1, 1))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("cannot be listed");
        assertThatThrownBy(() -> SparkFactors.read(factors, mapping, CATALOG, 0, 1))
                .hasMessageContaining("above 0");
        Files.writeString(factors.resolve("part-0.parquet"), "no parquet at all");
        assertThatThrownBy(this::read).hasMessageContaining("part-0.parquet is not a whole Parquet file");
        Files.delete(factors.resolve("part-0.parquet"));
        write("part-0.parquet", row(0, 1, 2), row(10, 3));
        assertThatThrownBy(this::read).hasMessageContaining("features of length 1 for the id 10, the others have 2");
        write("part-0.parquet", row(0, Float.NaN));
        assertThatThrownBy(this::read).hasMessageContaining("NaN in the features of the id 0");
        write("part-0.parquet", row(7, 1));
        assertThatThrownBy(this::read).hasMessageContaining("none of the factors");
        write("part-0.parquet", row(0, 1), row(0, 2));
        assertThatThrownBy(this::read).hasMessageContaining("gives the id 0 a second time");
    }

    @Test
    void anotherSchemaIsRefused() throws IOException {
        MessageType other = MessageTypeParser.parseMessageType("message m { required int64 id; }");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(
                        new LocalOutputFile(factors.resolve("part-0.parquet")))
                .withConf(new Configuration())
                .withType(other)
                .build()) {
            writer.write(new SimpleGroupFactory(other).newGroup().append("id", 1L));
        }
        assertThatThrownBy(this::read)
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("id (int) and features (array of float)");
    }

    @Test
    void aMappingThatIsNoneIsToldWithItsLine() throws IOException {
        write("part-0.parquet", row(0, 1));
        Files.writeString(mapping, "0,a\nx,b\n");
        assertThatThrownBy(this::read).hasMessageContaining("items.csv:2 is 'x,b'");
        Files.writeString(mapping, "0,a\n0,b\n");
        assertThatThrownBy(this::read).hasMessageContaining("items.csv:2 maps 0 a second time");
        Files.writeString(mapping, "\n");
        assertThatThrownBy(this::read).hasMessageContaining("is empty");
    }

    private SparkFactors read() {
        return SparkFactors.read(factors, mapping, CATALOG, 1, 1);
    }

    private record Row(int id, float[] features) {}

    private static Row row(int id, float... features) {
        return new Row(id, features);
    }

    private void write(String name, Row... rows) throws IOException {
        Path file = factors.resolve(name);
        Files.deleteIfExists(file);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new Configuration())
                .withType(SPARK)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .build()) {
            for (Row row : rows) {
                Group group = new SimpleGroupFactory(SPARK).newGroup().append("id", row.id());
                Group list = group.addGroup("features");
                for (float value : row.features()) {
                    list.addGroup("list").append("element", value);
                }
                writer.write(group);
            }
        }
    }

    private static Item item(String id) {
        return Item.builder(id, ItemKind.ALBUM, id).build();
    }
}
