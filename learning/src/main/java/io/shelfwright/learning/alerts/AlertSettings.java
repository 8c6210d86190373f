package io.shelfwright.learning.alerts;

import io.shelfwright.learning.validation.schema.Severity;
import io.shelfwright.spi.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Who is told of findings, and when; section {@code learning.alerts}.
 *
 * @param sinks names of {@link AlertSink}s
 * @param file of the sink {@code file}
 * @param webhook address of the sink {@code webhook}, empty for none
 * @param timeout of one try of the webhook
 * @param retries further tries of the webhook
 * @param backoff pause before the first of them
 * @param severity the least that is told
 * @param raiseAfter bad runs in a row that raise an alert
 * @param clearAfter good runs in a row that end it
 * @param owner whose an alert is that no route gives to somebody
 * @param runbook where it says what to do about such an alert
 * @param trendRuns runs of which measurements are kept
 */
public record AlertSettings(
        @Setting(
                value = "Who is told: log, file, webhook, and the names of other sinks on the class path; [] for"
                        + " nobody.",
                defaultValue = "[file]")
        List<String> sinks,

        @Setting(
                value = "File of the sink file, relative to this one; a JSON object a line is appended.",
                defaultValue = "validation/alerts.jsonl")
        Path file,

        @Setting(
                value = "Address of the sink webhook, http or https, such as ${ALERT_WEBHOOK}; empty for none.",
                defaultValue = "",
                secret = true)
        String webhook,

        @Setting(value = "How long one try of the webhook may take.", defaultValue = "5s", min = 0.01, max = 60)
        Duration timeout,

        @Setting(
                value = "Further tries of the webhook when it fails; then the next run tells it again.",
                defaultValue = "2",
                min = 0,
                max = 5)
        int retries,

        @Setting(
                value = "Pause before the second try of the webhook; it doubles before each further one.",
                defaultValue = "500ms",
                min = 0,
                max = 10)
        Duration backoff,

        @Setting(value = "The least that is told: warning or error.", defaultValue = "warning")
        Severity severity,

        @Setting(value = "Bad runs in a row that raise an alert.", defaultValue = "1", min = 1, max = 100)
        int raiseAfter,

        @Setting(value = "Good runs in a row that end an alert.", defaultValue = "2", min = 1, max = 100)
        int clearAfter,

        @Setting(value = "Whose an alert is that no route gives to somebody.", defaultValue = "")
        String owner,

        @Setting(value = "Where it says what to do about such an alert, an address.", defaultValue = "")
        String runbook,

        @Setting(
                value =
                        "Runs of each kind of which every measurement is kept, for the trend of what is a finding; 0 for"
                                + " none.",
                defaultValue = "30",
                min = 0,
                max = 1000)
        int trendRuns) {

    public AlertSettings {
        sinks = List.copyOf(sinks);
        if (sinks.stream().distinct().count() < sinks.size()) {
            throw new IllegalArgumentException("sinks is " + sinks + ", allowed is each name once");
        }
        if (!webhook.isEmpty() && !isAddress(webhook)) {
            throw new IllegalArgumentException("webhook is no address; allowed is http://HOST/... or https://HOST/...");
        }
        if (webhook.isEmpty() && sinks.contains(WebhookSink.NAME)) {
            throw new IllegalArgumentException(
                    "sinks has webhook, and webhook is empty; give its address, such as ${ALERT_WEBHOOK}");
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI address = URI.create(text);
            return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
