package io.shelfwright.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.engine.snapshots.SnapshotStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs of {@code snapshots}, on three synthetic ones. */
class SnapshotsCommandTest {
    @TempDir
    private static Path folder;

    private static String data = "";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void publishThree() {
        data = folder.resolve("data").toString();
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        assertThat(ShelfwrightCommand.commandLine(nowhere, nowhere).execute("import", "synthetic", "--data", data))
                .isZero();
        SnapshotStore snapshots = Workspace.open(Path.of(data)).snapshots();
        for (String text : new String[] {"one", "two"}) {
            snapshots.withFacts(java.util.Map.of("code", text)).publishModels(text, models -> {
                Files.createDirectories(models.resolve("elsewhere"));
                Files.writeString(models.resolve("elsewhere/note"), text);
            });
        }
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return ShelfwrightCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void showSaysWhatWasCheckedAndDiffWhatDiffers() throws IOException {
        assertThat(run("snapshots", "show", "000003", "--data", data)).isZero();
        assertThat(out.toString()).contains("every file verified", "code = two", "checked.pages = 4", "schema = ");

        assertThat(run("snapshots", "diff", "000002", "000003", "--data", data)).isZero();
        assertThat(out.toString()).contains("~ models/elsewhere/note", "code: one -> two");
        assertThat(run("snapshots", "diff", "000001", "000002", "--data", data, "--json"))
                .isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("added").path(0).asText()).isEqualTo("models/elsewhere/note");
        assertThat(json.path("removed")).isEmpty();

        assertThat(run("snapshots", "diff", "000002", "000009", "--data", data)).isEqualTo(2);
        assertThat(err.toString()).contains("there is no snapshot '000009'");
    }

    @Test
    void rollbackWithoutAVersionGoesBackToTheOneBeforeAndForthAgain() {
        assertThat(run("snapshots", "rollback", "--data", data)).isZero();
        assertThat(out.toString()).contains("snapshot 000002 is in use");
        assertThat(run("snapshots", "list", "--data", data)).isZero();
        assertThat(out.toString()).contains("* 000002").contains("- 000003").contains("000001");

        assertThat(run("snapshots", "rollback", "--data", data)).isZero();
        assertThat(out.toString()).contains("snapshot 000003 is in use");
    }

    @Test
    void aSnapshotIsTriedAndWithdrawnAndTheHistorySaysWhy() {
        assertThat(run("snapshots", "withdraw", "--data", data)).isEqualTo(2);
        assertThat(err.toString()).contains("no snapshot is on trial");
        assertThat(run("snapshots", "try", "000003", "--data", data)).isEqualTo(2);
        assertThat(err.toString()).contains("is in use");
        assertThat(run("snapshots", "try", "000001", "--data", data)).isZero();
        assertThat(run("snapshots", "list", "--data", data)).isZero();
        assertThat(out.toString()).contains("? 000001");
        assertThat(run("snapshots", "withdraw", "--why", "it was a test", "--data", data))
                .isZero();
        assertThat(run("snapshots", "history", "--data", data)).isZero();
        assertThat(out.toString()).contains("000001  candidate").contains("000001  withdrawn  it was a test");
        assertThat(run("snapshots", "promote", "--data", data)).isEqualTo(2);
        assertThat(err.toString()).contains("no candidate");
    }

    @Test
    void modelsAreListedWithAliasesAndTheWatchHasNothingToCompareYet() throws IOException {
        assertThat(run("snapshots", "models", "--json", "--data", data)).isZero();
        JsonNode newest = new ObjectMapper().readTree(out.toString()).path(2);
        assertThat(newest.path("models").path(0).asText()).isEqualTo("elsewhere");
        assertThat(newest.path("lineage").path("parent").asText()).isEqualTo("000002");
        assertThat(run("snapshots", "models", "--data", data)).isZero();
        assertThat(out.toString()).contains("champion", "previous");

        assertThat(run("watch", "--data", data)).isZero();
        assertThat(out.toString()).contains("nothing to compare");
        assertThat(run("watch", "--window", "0", "--data", data)).isEqualTo(2);
        assertThat(err.toString()).contains("--window 0, allowed is 1");
    }

    @Test
    void collectKeepsAtLeastOneAndNothingIsDeletedThatIsToBeKept() {
        assertThat(run("snapshots", "collect", "--data", data)).isZero();
        assertThat(out.toString()).contains("nothing to delete");
        assertThat(run("snapshots", "collect", "--keep", "0", "--data", data)).isEqualTo(2);
        assertThat(err.toString()).contains("--keep is 0, allowed is 1");
    }

    @Test
    void aModelThatPagesSufferFromIsRefusedWithReasonsOnOneLine() throws IOException {
        SnapshotStore snapshots = Workspace.open(Path.of(data)).snapshots();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> snapshots.publishModels("bad", models -> {
                    Files.createDirectories(models.resolve("logistic"));
                    Files.writeString(models.resolve("logistic/model.json"), "{}");
                }))
                .isInstanceOf(io.shelfwright.api.SnapshotException.class)
                .hasMessageContaining("logistic");
        assertThat(snapshots.versions()).hasSize(3);
    }
}
