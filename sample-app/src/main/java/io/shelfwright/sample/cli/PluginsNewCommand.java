package io.shelfwright.sample.cli;

import io.shelfwright.sample.scaffold.NewPlugin;
import io.shelfwright.sample.scaffold.NewPluginKind;
import io.shelfwright.sample.scaffold.PluginProject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "new",
        description =
                "Makes the project of a new plugin: it builds, its contract test passes, and its jar can be dropped"
                        + " into a plugin directory.",
        footer = {"", "Example: shelfwright plugins new --kind ranker --name acme-ranker ../acme-ranker"})
final class PluginsNewCommand implements Callable<Integer> {
    @Option(names = "--kind", required = true, description = "What it makes: ${COMPLETION-CANDIDATES}.")
    private NewPluginKind kind = NewPluginKind.GENERATOR;

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "Its id and the name of its factory: lower-case words joined by '-'.")
    private String name = "";

    @Option(
            names = "--package",
            paramLabel = "PACKAGE",
            description = "Its Java package and group id; com.example and the name if not given.")
    private @Nullable String packageName;

    @Parameters(paramLabel = "DIR", description = "Where to make it: a directory that does not exist yet, or is empty.")
    private Path directory = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        String inPackage = packageName == null ? "com.example." + name.replace("-", "") : packageName;
        Path home = Path.of(System.getProperty("shelfwright.home", "."));
        PluginProject project = new PluginProject(new NewPlugin(kind, name, inPackage), directory);
        int files = project.write(home).size();
        PrintWriter out = Printing.out(spec);
        out.println("made " + directory + " (" + files + " files): a " + kind + " named '" + name + "'");
        out.println();
        out.println("next, from Shelfwright's checkout, once, so that the project finds the API and the testkit:");
        out.println("  ./mvnw -q install -Dquick -Dmaven.test.skip=true -pl engine-api,engine-testkit -am");
        out.println("then:");
        out.println("  cd " + directory + " && ./mvnw package");
        out.println("  cp " + project.jar() + " DATA/plugins/");
        out.println("and name '" + name + "' in DATA/home.conf; its README.md shows where");
        return 0;
    }
}
