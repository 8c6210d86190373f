package io.shelfwright.sample.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.dataset.DatasetManifest;
import io.shelfwright.learning.dataset.DatasetStore;
import io.shelfwright.learning.dataset.ShardFormat;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "datasets",
        description = "Makes datasets of the experience log, lists them, verifies one, and makes its statistics.",
        subcommands = {MakeDatasetCommand.class, DatasetStatisticsCommand.class})
final class DatasetsCommand implements Runnable {
    private static final String AS_JSON = "Print one JSON array, an object a dataset.";

    @Option(names = "--data", paramLabel = "DIR", description = "Data directory, whose datasets are listed.")
    private @Nullable Path directory;

    @Option(names = "--json", description = AS_JSON)
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (directory == null) {
            throw new BadRequestException("--data is missing; name the data directory, as in 'datasets --data DIR'");
        }
        print(store(Workspace.open(directory)), json);
    }

    static DatasetStore store(Workspace workspace) {
        return new DatasetStore(workspace.data().datasets());
    }

    /** Returns the version that is meant, which may be called latest. */
    static String version(DatasetStore store, String named) {
        return named.equals("latest")
                ? store.latest().orElseThrow(() -> new BadRequestException("there is no dataset; see 'datasets make'"))
                : named;
    }

    @Command(name = "list", description = "Verifies and lists all datasets, oldest first.")
    int list(@Mixin DataOption data, @Option(names = "--json", description = AS_JSON) boolean asJson) {
        print(store(data.open()), asJson);
        return 0;
    }

    @Command(
            name = "show",
            description = "Verifies the checksums of a dataset and prints its manifest.",
            footer = {"", "Example: shelfwright datasets show --data my-data 000001"})
    int show(@Mixin DataOption data, @Parameters(paramLabel = "VERSION", description = "The dataset.") String version) {
        DatasetManifest manifest =
                store(data.open()).open(version, ShardFormat.discover()).manifest();
        Printing.out(spec).println(Printing.pretty(Printing.JSON.valueToTree(manifest)));
        return 0;
    }

    private void print(DatasetStore store, boolean asJson) {
        ArrayNode array = Printing.JSON.createArrayNode();
        PrintWriter out = Printing.out(spec);
        ShardFormat format = ShardFormat.discover();
        for (String version : store.versions()) {
            DatasetManifest manifest = store.open(version, format).manifest();
            array.addObject()
                    .put("version", version)
                    .put("created", manifest.created())
                    .put("rows", manifest.rows())
                    .put("pages", manifest.pages())
                    .put("firstPage", manifest.firstPage())
                    .put("lastPage", manifest.lastPage())
                    .put("fingerprint", manifest.fingerprint());
            if (!asJson) {
                out.println(version + "  " + manifest.created() + "  " + manifest.rows() + " rows of "
                        + manifest.pages() + " pages from " + manifest.firstPage() + " to " + manifest.lastPage());
            }
        }
        if (asJson) {
            out.println(Printing.pretty(array));
        }
    }
}
