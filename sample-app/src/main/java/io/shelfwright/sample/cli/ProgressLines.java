package io.shelfwright.sample.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows progress: on a terminal one line that is written over, elsewhere one line for each message, without control characters.
 *
 * <p>A message with {@code 3/12} in it gets a bar. What stays on a terminal is the last message of each kind, which is the
 * message's text up to the first digit. Not thread-safe.
 */
final class ProgressLines implements Consumer<String> {
    private static final Pattern PART = Pattern.compile("(\\d[\\d,]*)/(\\d[\\d,]*)");
    private static final int BAR = 20;
    private static final int WIDTH = 118;
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private String kind = "";
    private boolean open;

    ProgressLines(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Returns whether standard error is somebody who looks. */
    static boolean onTerminal() {
        return System.console() != null && !"dumb".equals(System.getenv("TERM")) && System.getenv("CI") == null;
    }

    @Override
    public void accept(String message) {
        if (!terminal) {
            out.println(message);
            return;
        }
        String next = message.replaceAll("\\d.*", "");
        if (open && !next.equals(kind)) {
            out.println();
        }
        kind = next;
        open = true;
        String text = bar(message) + message;
        out.print(ERASE + (text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text));
        out.flush();
    }

    /** Ends the line that is being written over. */
    void end() {
        if (open) {
            out.println();
            open = false;
        }
    }

    private static String bar(String message) {
        Matcher part = PART.matcher(message);
        if (!part.find()) {
            return "";
        }
        double done = Double.parseDouble(part.group(1).replace(",", ""));
        double total = Double.parseDouble(part.group(2).replace(",", ""));
        int full = total > 0 ? (int) Math.round(BAR * Math.min(1, done / total)) : BAR;
        return "[" + "=".repeat(full) + " ".repeat(BAR - full) + "] ";
    }
}
