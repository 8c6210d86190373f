package io.shelfwright.engine.discovery;

/** Makes a plugin's class loader the context class loader of the thread until closed, as many libraries expect it. */
public final class LoaderScope implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();

    private LoaderScope() {}

    public static LoaderScope of(ClassLoader loader) {
        LoaderScope scope = new LoaderScope();
        scope.thread.setContextClassLoader(loader);
        return scope;
    }

    @Override
    public void close() {
        thread.setContextClassLoader(before);
    }
}
