package io.shelfwright.sample.cli;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.sample.data.ImportReport;
import io.shelfwright.sample.data.kinds.ImportKinds;
import io.shelfwright.sample.data.synthetic.SyntheticWorld;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Reads data into a data directory; may be repeated, with any kinds in any order.",
            "Kinds: lastfm-2k, spotify-songs, apple-podcasts, listenbrainz, spotify-history (with --from), and"
                    + " synthetic, the built-in world."
        })
final class ImportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "KIND", description = "What to read; see above.")
    private String kind = "";

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "Folder of the files to read; not needed for synthetic.")
    private @Nullable Path from;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Seed of the synthetic world.",
            defaultValue = "" + SyntheticWorld.DEFAULT_SEED)
    private long seed;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Printing.out(spec);
        Workspace workspace = Workspace.create(data.directory());
        ImportReport report = read(workspace);
        report.lines().forEach(out::println);
        String snapshot = workspace.publish("import " + kind);
        out.println("snapshot " + snapshot + " is in use");
        return 0;
    }

    private ImportReport read(Workspace workspace) {
        if (kind.equals(SyntheticWorld.KIND)) {
            return SyntheticWorld.write(workspace.data(), seed);
        }
        if (from == null) {
            throw new BadRequestException("--from is missing; name the folder that holds the files of " + kind);
        }
        return ImportKinds.run(kind, from, workspace.data());
    }
}
