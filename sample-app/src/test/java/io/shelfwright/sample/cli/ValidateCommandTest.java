package io.shelfwright.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    private String served = "";

    @BeforeEach
    void writeATable() throws IOException {
        StringBuilder text = new StringBuilder("id,plays,tier\n");
        for (int i = 0; i < 500; i++) {
            text.append(i)
                    .append(',')
                    .append(i % 17)
                    .append(',')
                    .append(i % 4 == 0 ? "premium" : "free")
                    .append('\n');
        }
        served = file("served.csv", text.toString());
    }

    @Test
    void aTableIsLikeItself() {
        assertThat(run("--reference", served, "--current", served, "--skew", "--key", "id"))
                .isZero();
        assertThat(out.toString()).contains("good: no errors");
    }

    @Test
    void oneChangedValueIsAFinding() throws IOException {
        String trained = file("trained.csv", Files.readString(Path.of(served)).replace("\n7,7,", "\n7,8,"));
        assertThat(run("--reference", served, "--current", trained, "--skew", "--key", "id", "--json"))
                .isEqualTo(1);
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.path("blocks").asBoolean()).isTrue();
        assertThat(report.path("findings").findValuesAsText("type")).containsExactly("ROW_MISMATCH");
        assertThat(report.path("findings").path(0).path("feature").asText()).isEqualTo("plays");
        assertThat(report.path("findings")
                        .path(0)
                        .path("facts")
                        .path("mismatches")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aSchemaIsGeneratedReadBackAndUpdated() throws IOException {
        Path schema = directory.resolve("schema.conf");
        assertThat(run("schema", "--current", served, "--write", schema.toString()))
                .isZero();
        assertThat(Files.readString(schema)).contains("values = [free, premium]");
        assertThat(run("--current", served, "--schema", schema.toString())).isZero();
        String other = file("other.csv", "id,plays,tier\n1,2,student\n");
        assertThat(run("--current", other, "--schema", schema.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("ENUM_TYPE_UNEXPECTED_STRING_VALUES", "student");
        assertThat(run("schema", "--current", other, "--update", schema.toString(), "--write", schema.toString()))
                .isZero();
        assertThat(err.toString()).contains("change: tier may be");
        assertThat(run("--current", other, "--schema", schema.toString())).isZero();
    }

    @Test
    void jsonLinesAreTablesToo() throws IOException {
        String lines = file("t.jsonl", "{\"a\": 1, \"b\": {\"c\": [\"x\", \"y\"]}}\n{\"a\": null}\n");
        assertThat(run("schema", "--current", lines)).isZero();
        assertThat(out.toString()).contains("\"a\" { type = INT", "\"b.c\" { type = STRING", "values { min = 1");
    }

    @Test
    void badInputIsOneLineThatSaysWhatToDo() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("either --data DIR, or --current FILE");
        assertThat(run("--current", served)).isEqualTo(2);
        assertThat(err.toString()).contains("nothing to hold the table against");
        assertThat(run("--current", file("x.csv", "a,b\n1\n"), "--reference", served))
                .isEqualTo(2);
        assertThat(err.toString()).contains("x.csv:2 has 1 fields, the header has 2");
        assertThat(run("--current", served, "--schema", file("s.conf", "featurs {}")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("did you mean 'features'");
    }

    private int run(String... options) {
        String[] args = new String[options.length + 1];
        args[0] = "validate";
        System.arraycopy(options, 0, args, 1, options.length);
        return ShelfwrightCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }
}
