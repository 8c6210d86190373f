package io.shelfwright.sample.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "learn", description = "Starts the web demo.")
final class LearnCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
