package io.shelfwright.packaging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Apache Felix in this process, with nothing of ours but what is installed. */
final class Felix implements AutoCloseable {
    /** SLF4J's own bundle wants SPI Fly; here bundles log with the host's. */
    private static final String LOGGING =
            "org.slf4j;version=2.0,org.slf4j;version=1.7.36,org.slf4j.event;version=2.0,org.slf4j.helpers;version=2.0,"
                    + "org.slf4j.spi;version=2.0";

    private final Framework framework;

    /**
     * Starts the framework.
     *
     * @param shared further packages that bundles see as this process has them, with commas between them
     * @param ladder what the host's bundle is told of its rankers
     */
    Felix(Path directory, String shared, String ladder) throws BundleException {
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        directory.resolve("felix").toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        shared.isEmpty() ? LOGGING : LOGGING + "," + shared,
                        "host.data",
                        directory.toString(),
                        "host.ladder",
                        ladder));
        framework.start();
    }

    /** Installs the libraries; returns the names of jars that are no bundles. */
    List<String> libraries() throws BundleException {
        List<String> others = new ArrayList<>();
        for (Path jar : Jars.libraries()) {
            String name = jar.getFileName().toString();
            if (Jars.manifest(jar).getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
                others.add(name);
            } else if (!name.startsWith("slf4j-api")) {
                install(jar);
            }
        }
        for (Path jar : Jars.wrapped()) {
            install(jar);
        }
        return others;
    }

    Bundle install(Path jar) throws BundleException {
        return framework.getBundleContext().installBundle(jar.toUri().toString());
    }

    /** Returns a service that a bundle gives; it lives in the JDK's class loader, so that both sides know its type. */
    <T> T service(Class<T> type, String filter) throws Exception {
        var context = framework.getBundleContext();
        return context.getService(
                context.getServiceReferences(type, filter).iterator().next());
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(30_000);
    }
}
