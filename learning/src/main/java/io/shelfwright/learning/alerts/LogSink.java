package io.shelfwright.learning.alerts;

import io.shelfwright.learning.validation.schema.Severity;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Errors at level error, warnings at warn, the end of either at info. */
final class LogSink implements AlertSink {
    static final String NAME = "log";
    private static final Logger LOG = LoggerFactory.getLogger("shelfwright.alerts");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void send(List<Alert> alerts) {
        for (Alert alert : alerts) {
            if (alert.status() == AlertStatus.CLEARED) {
                LOG.info("{}", alert.line());
            } else if (alert.severity() == Severity.ERROR) {
                LOG.error("{}", alert.line());
            } else {
                LOG.warn("{}", alert.line());
            }
        }
    }
}
