package io.shelfwright.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.Item;
import io.shelfwright.engine.snapshots.CatalogFiles;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.engine.vectors.StoredVectors;
import io.shelfwright.engine.vectors.VectorFiles;
import io.shelfwright.learning.uservectors.UserVectors;
import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.VectorOrigin;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorsCommandTest {
    private static final MessageType SPARK = MessageTypeParser.parseMessageType("message spark_schema {"
            + " required int32 id;"
            + " optional group features (LIST) { repeated group list { required float element; } } }");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void theVectorsOfTheSyntheticWorldArePublished() {
        String data = directory.toString();
        assertThat(run("import", "synthetic", "--data", data)).isZero();
        assertThat(run("vectors", "train", "--data", data, "--set", "dimension=8", "--set", "epochs=3"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("collaborative: 8 dimensions, ", "sessions: 64 dimensions, ", "snapshot 000002 is in use");
        assertThat(err.toString()).contains("ials 6/6 ");
        assertThat(run("vectors", "train", "--data", data, "--algorithm", "ease"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("'ease' has no vectors of items to publish");
        assertThat(run("vectors", "train", "--data", data, "--cold-start", "--set", "dimension=8", "--set", "epochs=3"))
                .isZero();
        assertThat(out.toString()).contains("items lost their plays", "from their content", "by chance");
        theVectorsOfItsUsersAreThoseThatPagesSee(data);
    }

    private void theVectorsOfItsUsersAreThoseThatPagesSee(String data) {
        assertThat(run("vectors", "users", "--data", data, "--shards", "3", "--threads", "2"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("vectors of 200 users in [collaborative, sessions] of snapshot 000002");
        assertThat(err.toString()).contains("folding users [####################] 100 %");
        try (HomeEngine engine = Workspace.open(directory).engine()) {
            UserVectors.read(directory.resolve("user-vectors"))
                    .forEach(ItemVectors.COLLABORATIVE, (user, version, items, vector) -> {
                        if (user.hashCode() % 10 == 0) {
                            assertThat(engine.taste(user).stateVersion()).isEqualTo(version);
                            assertThat(engine.taste(user).vector().orElse(new float[vector.length]))
                                    .isEqualTo(vector);
                        }
                    });
        }
        assertThat(run("vectors", "users", "--data", data, "--out", data)).isEqualTo(2);
        assertThat(err.toString()).contains("holds no users' vectors");
        assertThat(run("vectors", "users", "--data", data, "--shards", "0")).isEqualTo(2);
    }

    @Test
    void factorsOfSparkArePublishedInPlaceOfOurOwn() throws IOException {
        String data = directory.resolve("data").toString();
        assertThat(run("import", "synthetic", "--data", data)).isZero();
        SnapshotStore snapshots = Workspace.open(Path.of(data)).snapshots();
        List<Item> items = CatalogFiles.read(snapshots.open().catalog()).items();
        Path factors = Files.createDirectory(directory.resolve("itemFactors"));
        StringBuilder mapping = new StringBuilder();
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(
                        new LocalOutputFile(factors.resolve("part-00000.snappy.parquet")))
                .withConf(new Configuration())
                .withType(SPARK)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .build()) {
            for (int id = 0; id < 30; id++) {
                Group row = new SimpleGroupFactory(SPARK).newGroup().append("id", id);
                Group list = row.addGroup("features");
                list.addGroup("list").append("element", id + 1f);
                list.addGroup("list").append("element", -1f);
                writer.write(row);
                mapping.append(id).append(',').append(items.get(id).id()).append('\n');
            }
        }
        Path ids = Files.writeString(directory.resolve("items.csv"), mapping);
        assertThat(run(
                        "vectors",
                        "import-spark",
                        "--data",
                        data,
                        "--factors",
                        factors.toString(),
                        "--mapping",
                        ids.toString(),
                        "--alpha",
                        "40",
                        "--reg",
                        "0.1"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("read 30 vectors of 2 dimensions; left out 0 ", "snapshot 000002 is in use");
        StoredVectors vectors =
                VectorFiles.read(snapshots.open().vectors(), ItemVectors.COLLABORATIVE, items, Long.MAX_VALUE);
        float[] vector = new float[2];
        vectors.copy(7, vector);
        assertThat(vector).containsExactly(8, -1);
        assertThat(vectors.origin(7)).isEqualTo(VectorOrigin.LEARNED);
        assertThat(run(
                        "vectors",
                        "import-spark",
                        "--data",
                        data,
                        "--factors",
                        data,
                        "--mapping",
                        ids.toString(),
                        "--alpha",
                        "40",
                        "--reg",
                        "0.1"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("holds no .parquet file");
    }

    private int run(String... args) {
        return ShelfwrightCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args);
    }
}
