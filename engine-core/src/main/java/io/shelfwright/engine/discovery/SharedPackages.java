package io.shelfwright.engine.discovery;

import io.shelfwright.engine.config.PluginSettings;
import java.lang.module.ModuleDescriptor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The packages that a plugin sees as the host has them; everything else it brings itself.
 *
 * <p>An entry {@code a.b} means the classes and resources of exactly that package. {@code a.b.*} means the package and all
 * below it. Nothing else is a pattern.
 */
public final class SharedPackages {
    /** What every plugin shares with the engine. */
    public static final List<String> ALWAYS = List.of(
            "io.shelfwright.api",
            "io.shelfwright.spi",
            "org.jspecify.annotations",
            "org.slf4j",
            "org.slf4j.event",
            "org.slf4j.spi",
            "org.slf4j.helpers");

    private static final Set<String> PLATFORM = platform();

    private final Set<String> exact = new HashSet<>(ALWAYS);
    private final Set<String> trees = new TreeSet<>();

    private SharedPackages() {}

    /**
     * Returns the shared packages of a host.
     *
     * @param more entries beside {@link #ALWAYS}, such as those of a native library that may be loaded only once
     * @throws IllegalArgumentException if an entry is neither a package nor a package with {@code .*}
     */
    public static SharedPackages with(List<String> more) {
        PluginSettings.requirePackages(more);
        SharedPackages shared = new SharedPackages();
        for (String entry : more) {
            if (entry.endsWith(".*")) {
                shared.trees.add(entry.substring(0, entry.length() - 2));
            } else {
                shared.exact.add(entry);
            }
        }
        return shared;
    }

    /** Returns whether a package is the host's. */
    boolean contains(String packageName) {
        if (exact.contains(packageName)) {
            return true;
        }
        for (String tree : trees) {
            if (packageName.equals(tree)
                    || packageName.length() > tree.length()
                            && packageName.startsWith(tree)
                            && packageName.charAt(tree.length()) == '.') {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a package is one of the JDK's that anybody may use. */
    static boolean platform(String packageName) {
        return packageName.startsWith("java.") || PLATFORM.contains(packageName);
    }

    /** A host may have modules of its own in the boot layer; only those of the JDK count. */
    private static Set<String> platform() {
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        Set<String> packages = new HashSet<>();
        for (Module module : ModuleLayer.boot().modules()) {
            Optional<ClassLoader> loader = Optional.ofNullable(module.getClassLoader());
            if (loader.isPresent() && loader.get() != platform) {
                continue;
            }
            for (ModuleDescriptor.Exports exports : module.getDescriptor().exports()) {
                if (!exports.isQualified()) {
                    packages.add(exports.source());
                }
            }
        }
        return Set.copyOf(packages);
    }
}
