package io.shelfwright.neural;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import io.shelfwright.api.PluginException;
import java.util.Locale;
import java.util.function.Supplier;

/** Starts PyTorch: offline, on one thread, and with a clear word when its native library is absent. */
final class PyTorch {
    static final String ENGINE = "PyTorch";

    /** Version of the native library that goes with this module's DJL. */
    static final String VERSION = "2.7.1";

    private static final String NATIVE_MARKER = "native/lib/pytorch.properties";
    private static final String NATIVE_PATH = "PYTORCH_LIBRARY_PATH";

    private PyTorch() {}

    /**
     * Returns a new model without a block.
     *
     * @throws PluginException if PyTorch cannot be started, saying which artifact to add
     */
    static Model newModel(String name) {
        return start(() -> {
            Engine.getEngine(ENGINE);
            return Model.newInstance(name, Device.cpu(), ENGINE);
        });
    }

    /**
     * DJL finds engines and natives by the thread's class loader. Its own is the right one: where a host shares its DJL, the
     * loader of this plugin knows DJL's classes, but neither its services nor its natives.
     */
    private static <T> T start(Supplier<T> action) {
        ClassLoader own = Engine.class.getClassLoader();
        requireNative(own);
        setUnlessSet("ai.djl.offline", "true");
        setUnlessSet("ai.djl.pytorch.num_threads", "1");
        setUnlessSet("ai.djl.pytorch.num_interop_threads", "1");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(own);
        try {
            return action.get();
        } catch (RuntimeException | LinkageError e) {
            throw new PluginException("PyTorch cannot be started: " + e + "; needed is " + artifact(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * Checks that the native library can be found, without loading anything.
     *
     * @throws PluginException naming the Maven artifact to add
     */
    static void requireNative(ClassLoader loader) {
        boolean stated = System.getProperty(NATIVE_PATH) != null || System.getenv(NATIVE_PATH) != null;
        if (!stated && loader.getResource(NATIVE_MARKER) == null) {
            throw new PluginException(
                    "the neural ranker needs PyTorch's native library, which is not on the class path:" + " add "
                            + artifact() + ", or use another ranker");
        }
    }

    /** Returns which native library to add on this machine. */
    static String artifact() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch =
                System.getProperty("os.arch", "").replace("amd64", "x86_64").replace("arm64", "aarch64");
        String system = os.startsWith("windows") ? "win" : os.startsWith("mac") ? "osx" : "linux";
        return "the Maven artifact ai.djl.pytorch:pytorch-native-cpu:" + VERSION + " with the classifier " + system
                + "-" + arch;
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
