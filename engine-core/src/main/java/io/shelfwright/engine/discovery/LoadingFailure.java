package io.shelfwright.engine.discovery;

import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says to a plugin's author why its class cannot be loaded, and what to do. */
final class LoadingFailure {
    private static final String SERVICES = "META-INF/services/" + ShelfwrightPlugin.class.getName();
    private static final Pattern MISSING = Pattern.compile("Provider (\\S+) not found");
    private static final Pattern STRANGER = Pattern.compile("(\\S+) not a subtype");
    private static final Pattern CLOSED = Pattern.compile("(\\S+) Unable to get public no-arg constructor");
    private static final Pattern CLASS_FILE = Pattern.compile("class file version (\\d+)");
    /** Java 1.0 wrote class files of version 45, and every Java since then one more. */
    private static final int BEFORE_JAVA_1 = 44;

    private LoadingFailure() {}

    /** Returns the end of a sentence that begins with the plugin's title. */
    static String text(Throwable error, String apiRange) {
        String message = String.valueOf(error.getMessage());
        Matcher missing = MISSING.matcher(message);
        if (missing.find()) {
            return " cannot be loaded: its " + SERVICES + " names " + missing.group(1)
                    + ", which is not in it; correct the name, or put the class into the jar";
        }
        Matcher stranger = STRANGER.matcher(message);
        if (stranger.find()) {
            return " cannot be loaded: its " + SERVICES + " names " + stranger.group(1) + ", which is no "
                    + ShelfwrightPlugin.class.getSimpleName() + "; name the class that implements it";
        }
        Throwable root = root(error);
        Matcher closed = CLOSED.matcher(message);
        if (closed.find() && root instanceof NoSuchMethodException) {
            return " cannot be loaded: " + closed.group(1)
                    + " must be public and have a public constructor without parameters";
        }
        Matcher version = CLASS_FILE.matcher(String.valueOf(root.getMessage()));
        if (root instanceof UnsupportedClassVersionError && version.find()) {
            int java = Integer.parseInt(version.group(1)) - BEFORE_JAVA_1;
            return " cannot be loaded: it was compiled for Java " + java + ", and this is Java "
                    + Runtime.version().feature() + "; compile it with '--release 17', or run the engine on Java "
                    + java
                    + " (" + root.getMessage() + ")";
        }
        return " cannot be loaded: " + error + (root == error ? "" : ", because of " + root)
                + Compatibility.advice(apiRange, error);
    }

    /** The service loader says that it failed; what it lacked stands at the end of the causes. */
    private static Throwable root(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
