package io.shelfwright.engine.discovery;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The class loader of one plugin: shared packages from the host, packages of the JDK from the JDK, all else from the plugin
 * itself and then from the JDK. It never asks the host for anything else. Resources go the same way as classes.
 */
final class PluginClassLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    /** Sees the API that the engine itself uses, whatever the host's loader sees. */
    private static final ClassLoader ENGINE = PluginClassLoader.class.getClassLoader();

    private final SharedPackages shared;
    private final ClassLoader host;
    private final ClassLoader platform = ClassLoader.getPlatformClassLoader();

    PluginClassLoader(String name, List<URL> jars, SharedPackages shared, ClassLoader host) {
        super(name, jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        this.shared = shared;
        this.host = host;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            Class<?> type = known != null ? known : find(name);
            if (resolve) {
                resolveClass(type);
            }
            return type;
        }
    }

    private Class<?> find(String name) throws ClassNotFoundException {
        String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        if (shared.contains(packageName)) {
            return of(packageName).loadClass(name);
        }
        if (SharedPackages.platform(packageName)) {
            try {
                return platform.loadClass(name);
            } catch (ClassNotFoundException e) {
                return findClass(name);
            }
        }
        try {
            return findClass(name);
        } catch (ClassNotFoundException e) {
            return platform.loadClass(name);
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        if (shared.contains(packageOf(name))) {
            return of(packageOf(name)).getResource(name);
        }
        URL own = findResource(name);
        return own != null ? own : platform.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (shared.contains(packageOf(name))) {
            return of(packageOf(name)).getResources(name);
        }
        List<URL> all = new ArrayList<>(Collections.list(findResources(name)));
        all.addAll(Collections.list(platform.getResources(name)));
        return Collections.enumeration(all);
    }

    private ClassLoader of(String sharedPackage) {
        return SharedPackages.ALWAYS.contains(sharedPackage) ? ENGINE : host;
    }

    private static String packageOf(String resource) {
        int end = resource.lastIndexOf('/');
        return end <= 0
                ? ""
                : resource.substring(resource.startsWith("/") ? 1 : 0, end).replace('/', '.');
    }

    @Override
    public String toString() {
        return "class loader of plugin " + getName();
    }
}
