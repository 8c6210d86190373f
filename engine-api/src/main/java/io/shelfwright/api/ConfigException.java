package io.shelfwright.api;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration is wrong; carries every problem found, not only the first. */
public final class ConfigException extends ShelfwrightException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    public ConfigException(List<ConfigProblem> problems) {
        super(text(problems), null);
        this.problems = List.copyOf(problems);
    }

    public List<ConfigProblem> problems() {
        return problems;
    }

    private static String text(List<ConfigProblem> problems) {
        String lines = problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n  "));
        return "the configuration has " + problems.size() + (problems.size() == 1 ? " problem" : " problems") + ":\n  "
                + lines;
    }
}
