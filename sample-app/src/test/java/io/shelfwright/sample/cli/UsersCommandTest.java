package io.shelfwright.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anErasedUserIsInNoFileOfTheDataDirectoryAndComesBackWithNoImport() throws IOException {
        String data = folder.resolve("data").toString();
        assertThat(run("import", "synthetic", "--data", data)).isZero();
        Workspace workspace = Workspace.open(folder.resolve("data"));
        List<String> users = new ArrayList<>();
        workspace.source().profiles().forEach(profile -> users.add(profile.userId()));
        String user = users.get(7);
        String other = users.get(8);
        assertThat(run("home", "--data", data, "--user", user)).isZero();
        assertThat(run("feedback", "--data", data, "--user", user, "--type", "hide", "--genre", "rock"))
                .isZero();
        assertThat(err.toString()).contains("warning: snapshot").contains("knows no genre of any item 'rock'");
        assertThat(out.toString()).contains("recorded: ");
        err.getBuffer().setLength(0);
        assertThat(run("feedback", "--data", data, "--user", user, "--type", "dislike", "--kind", "podcast-show"))
                .isZero();
        assertThat(err.toString()).doesNotContain("warning");
        assertThat(run("home", "--data", data, "--user", other)).isZero();
        assertThat(filesWith(user)).isNotEmpty();

        JsonNode taste = json("taste", "--data", data, "--user", user, "--json");
        assertThat(taste.path("hidden").path(0).path("targetId").asText()).isEqualTo("rock");
        JsonNode export = json("users", "export", user, "--data", data);
        assertThat(export.path("pages")).hasSize(1);
        assertThat(export.path("interactions").size()).isGreaterThan(1);

        assertThat(run("users", "erase", user, "--data", data)).isZero();

        assertThat(filesWith(user)).isEmpty();
        assertThat(json("users", "export", other, "--data", data).path("pages")).hasSize(1);
        assertThat(json("users", "export", user, "--data", data).path("interactions"))
                .isEmpty();
        assertThat(run("users", "erase", user, "--data", data)).isEqualTo(2);
        assertThat(err.toString()).contains("nothing was recorded of user");
    }

    /** Reads files as bytes, deflated ones unpacked; other ids hold this one as a part. */
    private List<Path> filesWith(String user) throws IOException {
        Pattern whole = Pattern.compile("(?<![A-Za-z0-9:])" + Pattern.quote(user) + "(?!\\d)");
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (file.toString().endsWith(".gz")) {
                    bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
                }
                if (whole.matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                        .find()) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private JsonNode json(String... args) throws IOException {
        out.getBuffer().setLength(0);
        assertThat(run(args)).as(err.toString()).isZero();
        return Printing.JSON.readTree(out.toString());
    }

    private int run(String... args) {
        return ShelfwrightCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args);
    }
}
