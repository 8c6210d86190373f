package io.shelfwright.host;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.engine.Shelfwright;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.osgi.BundlePluginSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A host that is a bundle; it answers questions as a service of a type that every bundle shares. */
public final class Activator implements BundleActivator {
    private HomeEngine engine;

    @Override
    public void start(BundleContext context) {
        Path config = Host.prepare(Path.of(context.getProperty("host.data")), context.getProperty("host.ladder"));
        BundlePluginSource bundles = new BundlePluginSource(context);
        engine = Shelfwright.builder(ConfigReader.read(config))
                .plugins(List.of())
                .pluginSource(bundles)
                .build();
        bundles.follow(engine, Duration.ofMillis(50));
        Function<String, String> answers = question -> question.equals("page") ? Host.page(engine) : plugins();
        Hashtable<String, String> properties = new Hashtable<>();
        properties.put("host", "shelfwright");
        context.registerService(Function.class, answers, properties);
    }

    @Override
    public void stop(BundleContext context) {
        engine.close();
    }

    private String plugins() {
        return engine.plugins().stream()
                .map(plugin -> plugin.id() + " " + plugin.content() + " " + plugin.state())
                .collect(Collectors.joining("\n"));
    }
}
