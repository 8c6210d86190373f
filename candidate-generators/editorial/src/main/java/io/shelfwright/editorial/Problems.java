package io.shelfwright.editorial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong with a file, so that all of it can be told at once; not thread-safe. */
final class Problems {
    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Node node, String message) {
        add(line(node), message);
    }

    void add(int line, String message) {
        found.add(new Problem(line, message));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Returns the problems by line, each as {@code file:line: message}. */
    List<String> list() {
        return found.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .map(problem -> file + ":" + problem.line + ": " + problem.message)
                .toList();
    }

    /** Returns the 1-based line where a node starts. */
    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private record Problem(int line, String message) {}
}
