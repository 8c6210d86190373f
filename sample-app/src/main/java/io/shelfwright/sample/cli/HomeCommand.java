package io.shelfwright.sample.cli;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.engine.experience.PageJson;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "home", description = "Builds a user's home page and prints it.")
final class HomeCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private PageOptions options = new PageOptions();

    @Option(names = "--json", description = "Print the page as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Printing.out(spec);
        Workspace workspace = data.open();
        try (HomeEngine engine = workspace.engine()) {
            HomePage page = engine.home(options.request(workspace));
            if (json) {
                out.println(new String(PageJson.bytes(page), StandardCharsets.UTF_8));
            } else {
                new PageText(out).print(page);
            }
        }
        return 0;
    }
}
