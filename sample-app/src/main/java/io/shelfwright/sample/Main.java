package io.shelfwright.sample;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Shelfwright. */
@Command(
        name = "shelfwright",
        mixinStandardHelpOptions = true,
        description = "Builds personalised home pages: cards packed into shelves, shelves packed into a grid.")
public final class Main implements Runnable {

    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
