package io.shelfwright.engine.discovery;

import io.shelfwright.spi.ApiVersion;
import java.util.Optional;

/** Says whether a plugin fits this engine's API, and what to do where it does not. */
final class Compatibility {
    private Compatibility() {}

    /** Returns why a plugin of this descriptor is refused, empty if it fits. */
    static Optional<String> refusal(PluginDescriptor descriptor) {
        ApiRange wanted = descriptor.api();
        if (wanted.accepts(ApiVersion.CURRENT)) {
            return Optional.empty();
        }
        boolean tooNew = wanted.least().compareTo(ApiVersion.CURRENT) >= 0;
        return Optional.of("is refused: it wants version " + wanted + " of shelfwright-engine-api, this engine has "
                + ApiVersion.CURRENT + "; "
                + (tooNew
                        ? "use an engine with version " + wanted.least() + ", or a build of the plugin for "
                                + ApiVersion.CURRENT
                        : "use a build of the plugin for version " + ApiVersion.CURRENT));
    }

    /** Returns what may have happened where code of a plugin did not link. */
    static String advice(String apiRange, Throwable cause) {
        boolean linking = false;
        for (Throwable t = cause; t != null && !linking; t = t.getCause()) {
            linking = t instanceof LinkageError || t instanceof ClassNotFoundException;
        }
        String wants = apiRange.isEmpty() ? "its manifest names no API version" : "it wants API version " + apiRange;
        return "; " + wants + ", this engine has " + ApiVersion.CURRENT
                + (linking
                        ? "; build it against this version of shelfwright-engine-api, and put every library it needs beside"
                                + " it"
                        : "");
    }
}
