package io.shelfwright.engine.reload;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;

/**
 * A class loader with one class, let go of at once: when it is gone, the collector has unloaded classes since then.
 *
 * <p>A collection that unloads no classes (a young one) frees no class loader that has classes. So a loader that is there
 * after a sentinel has gone is truly held by something, and one that is there before tells nothing. Nothing has to ask the
 * collector to run.
 */
final class UnloadSentinel {
    private final WeakReference<ClassLoader> loader;

    private UnloadSentinel(ClassLoader loader) {
        this.loader = new WeakReference<>(loader);
    }

    static UnloadSentinel letGo() {
        return new UnloadSentinel(new OneClassLoader());
    }

    /** Returns whether classes have been unloaded since. */
    boolean gone() {
        return loader.get() == null;
    }

    /** What the loader defines. */
    static final class Unloadable {}

    private static final class OneClassLoader extends ClassLoader {
        OneClassLoader() {
            super(null);
            String name = Unloadable.class.getName();
            try (InputStream in =
                    UnloadSentinel.class.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
                if (in == null) {
                    throw new IOException("there is no such resource");
                }
                byte[] bytes = in.readAllBytes();
                defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new IllegalStateException("the class file of " + name + " cannot be read", e);
            }
        }
    }
}
