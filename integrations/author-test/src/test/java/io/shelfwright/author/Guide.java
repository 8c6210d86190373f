package io.shelfwright.author;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code docs/writing-a-plugin.md} tells its reader to do, in its order.
 *
 * <p>A fenced block without a language is commands. One with a language is the file that a line just before it names, if one does.
 */
record Guide(List<Step> steps) {
    static final String DOCUMENT = "docs/writing-a-plugin.md";
    private static final Pattern FILE = Pattern.compile("`(\\.\\./[^` ]+)`:?");

    /**
     * Something to do.
     *
     * @param file the file to write, relative to the checkout; empty for commands
     * @param text its content, or commands for a shell in the checkout
     */
    record Step(String file, String text) {
        boolean isCommands() {
            return file.isEmpty();
        }
    }

    static Guide read() throws IOException {
        List<Step> steps = new ArrayList<>();
        String file = "";
        String language = null;
        StringBuilder block = new StringBuilder();
        for (String line : Files.readAllLines(Checkout.ROOT.resolve(DOCUMENT))) {
            if (language != null && line.equals("```")) {
                if (language.isEmpty() || !file.isEmpty()) {
                    steps.add(new Step(file, block.toString()));
                }
                language = null;
                file = "";
                block.setLength(0);
            } else if (language != null) {
                block.append(line).append('\n');
            } else if (line.startsWith("```")) {
                language = line.substring(3);
            } else if (!line.isBlank()) {
                Matcher named = FILE.matcher(line);
                file = named.matches() ? named.group(1) : "";
            }
        }
        return new Guide(List.copyOf(steps));
    }

    /** Returns the commands that put the API and the testkit where Maven finds them. */
    String installation() {
        return commands("install");
    }

    /** Returns the commands that make a project with Maven's archetype. */
    String archetype() {
        return commands("maven-archetype-plugin");
    }

    /** Returns everything else. */
    List<Step> others() {
        List<String> apart = List.of(installation(), archetype());
        return steps.stream().filter(step -> !apart.contains(step.text())).toList();
    }

    private String commands(String word) {
        return steps.stream()
                .filter(step -> step.isCommands() && step.text().contains(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(DOCUMENT + " has no commands with '" + word + "'"))
                .text();
    }
}
