package io.shelfwright.sample;

import io.shelfwright.sample.cli.ShelfwrightCommand;

/** Starts the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(ShelfwrightCommand.run(args));
    }
}
