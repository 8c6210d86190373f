package io.shelfwright.learning.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Finds sinks by their names. */
final class AlertSinks {
    static final List<String> BUILT_IN = List.of(LogSink.NAME, FileSink.NAME, WebhookSink.NAME);

    private AlertSinks() {}

    static List<String> names() {
        List<String> names = new ArrayList<>(BUILT_IN);
        found().forEach(sink -> names.add(sink.name()));
        return names;
    }

    /** Returns the sinks of the settings, in their order. */
    static List<AlertSink> of(AlertSettings settings) {
        List<AlertSink> sinks = new ArrayList<>();
        for (String name : settings.sinks()) {
            sinks.add(
                    switch (name) {
                        case LogSink.NAME -> new LogSink();
                        case FileSink.NAME -> new FileSink(settings.file());
                        case WebhookSink.NAME -> new WebhookSink(settings);
                        default ->
                            found().stream()
                                    .filter(sink -> sink.name().equals(name))
                                    .findFirst()
                                    .orElseThrow(() -> new IllegalStateException("there is no sink '" + name + "'"));
                    });
        }
        return sinks;
    }

    private static List<AlertSink> found() {
        List<AlertSink> sinks = new ArrayList<>();
        ServiceLoader.load(AlertSink.class, AlertSink.class.getClassLoader()).forEach(sinks::add);
        return sinks;
    }
}
