package io.shelfwright.editorial;

import java.util.List;

/** A version of the editors' file that cannot be used. */
final class EditionException extends Exception {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised
    private final List<String> problems;

    EditionException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns what is wrong, one sentence each; at least one. */
    List<String> problems() {
        return problems;
    }
}
