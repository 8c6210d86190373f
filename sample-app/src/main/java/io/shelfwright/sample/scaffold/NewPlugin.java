package io.shelfwright.sample.scaffold;

import io.shelfwright.api.BadRequestException;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * What a new plugin is called.
 *
 * @param kind what it makes
 * @param name id of the plugin, name of its factory, and artifact id: lower-case words joined by {@code -}
 * @param packageName Java package, which is the group id too
 */
public record NewPlugin(NewPluginKind kind, String name, String packageName) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /**
     * Checks the names.
     *
     * @throws BadRequestException if one cannot be used
     */
    public NewPlugin {
        if (!NAME.matcher(name).matches()) {
            throw new BadRequestException("'" + name
                    + "' is not a plugin's name; use lower-case words joined by '-', such" + " as acme-ranker");
        }
        if (!SourceVersion.isName(packageName, SourceVersion.RELEASE_17)) {
            throw new BadRequestException(
                    "'" + packageName + "' is not a Java package; give one such as com.acme.ranking with --package");
        }
        if (packageName.equals("io.shelfwright") || packageName.startsWith("io.shelfwright.")) {
            throw new BadRequestException("the package " + packageName
                    + " belongs to Shelfwright; give one of your own with --package, such as com.acme.ranking");
        }
    }

    /** Returns the name of the class that does the work: {@code acme-ranker} makes {@code AcmeRanker}. */
    String className() {
        return className(name);
    }

    private static String className(String name) {
        StringBuilder words = new StringBuilder();
        for (String word : name.split("-", -1)) {
            words.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return words.toString();
    }
}
