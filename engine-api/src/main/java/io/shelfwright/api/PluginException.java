package io.shelfwright.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plugin could not be found, created or configured; the message names it and what is allowed. */
public final class PluginException extends ShelfwrightException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public PluginException(String message) {
        this(message, null);
    }

    public PluginException(String message, @Nullable Throwable cause) {
        super(message, cause);
        problems = List.of(message);
    }

    /** Makes an exception that names several problems at once, at least one. */
    public PluginException(List<String> problems, @Nullable Throwable cause) {
        super(
                problems.size() == 1
                        ? problems.get(0)
                        : "there are " + problems.size() + " problems with plugins:\n  "
                                + String.join("\n  ", problems),
                cause);
        this.problems = List.copyOf(problems);
    }

    /** Returns every problem, each a sentence of its own. */
    public List<String> problems() {
        return problems;
    }
}
