package io.shelfwright.learning.alerts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts a run's alerts as one JSON object {@code {text, alerts: []}}; any answer of 200 to 299 is good. Answers of 500 and above, 429, and
 * connections that fail or last too long are tried again, other answers are not. It takes at most (retries + 1) timeouts and the pauses
 * between, which double. Messages name the host only: the rest of such an address often is a secret.
 */
final class WebhookSink implements AlertSink {
    static final String NAME = "webhook";
    private static final int TOO_MANY = 429;

    private final URI address;
    private final Duration timeout;
    private final int retries;
    private final Duration backoff;
    private final HttpClient client;

    WebhookSink(AlertSettings settings) {
        address = URI.create(settings.webhook());
        timeout = settings.timeout();
        retries = settings.retries();
        backoff = settings.backoff();
        client = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void send(List<Alert> alerts) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(alerts)))
                .build();
        String wrong = "";
        for (int attempt = 0; attempt <= retries; attempt++) {
            if (attempt > 0) {
                TimeUnit.NANOSECONDS.sleep(
                        backoff.multipliedBy(1L << (attempt - 1)).toNanos());
            }
            Answer answer = post(request);
            if (answer.status >= 200 && answer.status < 300) {
                return;
            }
            wrong = answer.words();
            if (answer.status > 0 && answer.status < 500 && answer.status != TOO_MANY) {
                throw new IOException(address.getHost() + " " + wrong + ", which is not tried again");
            }
        }
        throw new IOException(
                address.getHost() + " " + wrong + ", after " + (retries + 1) + (retries == 0 ? " try" : " tries"));
    }

    private static String body(List<Alert> alerts) {
        ObjectNode root = AlertJson.JSON.createObjectNode();
        root.put("text", String.join("\n", alerts.stream().map(Alert::line).toList()));
        ArrayNode array = root.putArray("alerts");
        alerts.forEach(alert -> array.add(AlertJson.of(alert)));
        return root.toString();
    }

    /** What came of one try; status 0 where there was no answer. */
    private record Answer(int status, String why) {
        String words() {
            return status == 0 ? why : "answered " + status;
        }
    }

    /** The request's own timeout ends with the headers, so the whole of it is waited for here. */
    private Answer post(HttpRequest request) throws InterruptedException {
        CompletableFuture<HttpResponse<String>> future =
                client.sendAsync(request, HttpResponse.BodyHandlers.replacing(""));
        try {
            return new Answer(
                    future.get(timeout.toNanos(), TimeUnit.NANOSECONDS).statusCode(), "");
        } catch (TimeoutException e) {
            future.cancel(true);
            return new Answer(0, "gave no answer within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new Answer(
                    0,
                    cause instanceof HttpTimeoutException
                            ? "gave no answer within " + timeout.toMillis() + " ms"
                            : "cannot be reached: " + cause.getClass().getSimpleName());
        } catch (InterruptedException e) {
            future.cancel(true);
            throw e;
        }
    }
}
