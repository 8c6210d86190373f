package io.shelfwright.learning.alerts;

import java.util.ArrayList;
import java.util.List;

/** A sink as a team would bring it: found through {@code META-INF/services}. */
public final class ServiceSink implements AlertSink {
    static final List<Alert> TAKEN = new ArrayList<>();

    @Override
    public String name() {
        return "service";
    }

    @Override
    public void send(List<Alert> alerts) {
        TAKEN.addAll(alerts);
    }
}
