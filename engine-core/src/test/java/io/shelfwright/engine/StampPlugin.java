package io.shelfwright.engine;

import io.shelfwright.testkit.PluginJars;

/** A plugin that is compiled by a test: two generators that write the number of their build on two pinned shelves. */
final class StampPlugin {
    /** Configuration of a world with this plugin. */
    static final String CONFIG = "generators = [popular, other, stamp-a, stamp-b]";

    private static final String SOURCE = """
            package stamp;

            import io.shelfwright.spi.*;
            import java.util.*;

            public final class StampPlugin implements ShelfwrightPlugin {
                @Override
                public String id() {
                    return "stamp";
                }

                @Override
                public List<PluginFactory<CandidateGenerator>> candidateGenerators() {
                    return List.of(
                            PluginFactory.of("stamp-a", "Stamps.", context -> new Stamp(0, context)),
                            PluginFactory.of("stamp-b", "Stamps.", context -> new Stamp(1, context)));
                }
            }
            """;

    private static final String STAMP = """
            package stamp;

            import io.shelfwright.spi.*;
            import java.io.*;
            import java.nio.charset.StandardCharsets;
            import java.util.*;

            final class Stamp implements CandidateGenerator {
                private final int row;
                private final InstanceContext context;
                private final String build;
                private boolean closed;

                Stamp(int row, InstanceContext context) {
                    this.row = row;
                    this.context = context;
                    try (InputStream in = Stamp.class.getResourceAsStream("/stamp/build.txt")) {
                        build = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    //MADE
                }

                @Override
                public List<ShelfSpec> shelves(RecallRequest request) {
                    return List.of(new ShelfSpec(
                            "stamp-" + row, build, "stamp-" + row, Set.of(), List.of(), 3, 5, row));
                }

                @Override
                public List<Proposal> propose(RecallRequest request) {
                    if (closed) {
                        throw new IllegalStateException("used after it was closed");
                    }
                    //PROPOSE
                    List<Proposal> proposals = new ArrayList<>();
                    for (int item = row; item < context.catalog().size(); item += 2) {
                        proposals.add(new Proposal(
                                "stamp-" + row, context.catalog().item(item).id(), 1, Evidence.of("stamp", build)));
                    }
                    return proposals;
                }

                @Override
                public void close() {
                    closed = true;
                }
            }
            """;

    private final PluginJars jar;

    private StampPlugin(PluginJars jar) {
        this.jar = jar;
    }

    static StampPlugin plain() {
        return of("", "");
    }

    /** Returns one that does something more. */
    static StampPlugin of(String whenMade, String whenProposing) {
        return new StampPlugin(PluginJars.of("stamp", "stamp.StampPlugin")
                .source("stamp.StampPlugin", SOURCE)
                .source("stamp.Stamp", STAMP.replace("//MADE", whenMade).replace("//PROPOSE", whenProposing)));
    }

    /** Returns the jar of a build. */
    PluginJars build(int number) {
        return jar.resource("stamp/build.txt", "Build " + number).version("1." + number);
    }
}
