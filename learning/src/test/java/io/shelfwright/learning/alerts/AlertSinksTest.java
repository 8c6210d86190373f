package io.shelfwright.learning.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.shelfwright.api.ConfigException;
import io.shelfwright.learning.validation.schema.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertSinksTest {
    private static final Signal LATE =
            new Signal("ROW_LAGGING", Severity.ERROR, "user.plays", "tier=free", "rows", "lags by \"one\" row");
    private static final Signal FEW = new Signal("DATASET_LOW_NUM_EXAMPLES", Severity.WARNING, "", "", "schema", "few");

    @TempDir
    Path directory;

    private final List<JsonNode> posted = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private volatile IntSupplier status = () -> 204;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/hook/s3cret", exchange -> {
            posted.add(AlertJson.JSON.readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(status.getAsInt(), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void theFileGetsALineForEachAlertAndKeepsTheEarlierOnes() throws IOException {
        Path file = directory.resolve("deep").resolve("alerts.jsonl");
        AlertRules rules = AlertsTest.rules("sinks = [file], clear-after = 1, owner = data, file = \"" + file + "\"");
        alerts(rules).run("validate", List.of(LATE, FEW));
        alerts(rules).run("validate", List.of(LATE));
        List<JsonNode> lines =
                Files.readAllLines(file).stream().map(AlertSinksTest::json).toList();
        assertThat(lines)
                .extracting(line -> line.path("status").asText())
                .containsExactly("raised", "raised", "cleared");
        assertThat(lines.get(0).toString())
                .isEqualTo("{\"status\":\"raised\",\"id\":\"validate rows/ROW_LAGGING/user.plays[tier=free]\","
                        + "\"source\":\"validate\",\"check\":\"ROW_LAGGING\",\"severity\":\"error\",\"blocking\":true,"
                        + "\"feature\":\"user.plays\",\"slice\":\"tier=free\",\"comparison\":\"rows\","
                        + "\"message\":\"lags by \\\"one\\\" row\",\"owner\":\"data\",\"runbook\":\"\","
                        + "\"firstSeen\":\"2024-05-01T00:00:00Z\",\"at\":\"2024-05-01T00:00:00Z\",\"badRuns\":1}");
        assertThat(lines.get(2).path("id")).isEqualTo(lines.get(1).path("id"));
    }

    @Test
    void theWebhookGetsOneObjectARun() {
        assertThat(run(List.of(LATE, FEW)).problems()).isEmpty();
        assertThat(posted).singleElement().satisfies(body -> {
            assertThat(body.path("alerts")).hasSize(2);
            assertThat(body.path("alerts").findValuesAsText("check"))
                    .containsExactlyInAnyOrder("ROW_LAGGING", "DATASET_LOW_NUM_EXAMPLES");
            assertThat(body.path("text").asText()).contains("alert raised: ERROR (blocking) ROW_LAGGING user.plays");
        });
        assertThat(run(List.of(LATE, FEW)).decided()).isEmpty();
        assertThat(posted).hasSize(1);
    }

    @Test
    void aWebhookThatAnswers500IsTriedAgainSoOftenAndReported() {
        status = () -> 500;
        assertThat(run(List.of(LATE)).problems())
                .containsExactly(
                        "sink 'webhook' failed with 1 message: 127.0.0.1 answered 500, after 3 tries; the next run"
                                + " tries again");
        assertThat(posted).hasSize(3);
        status = () -> posted.size() < 5 ? 503 : 200;
        assertThat(run(List.of(LATE)).problems()).isEmpty();
        assertThat(posted).hasSize(5);
    }

    @Test
    void aWebhookThatRefusesIsNotTriedAgainAtOnce() {
        status = () -> 404;
        assertThat(run(List.of(LATE)).problems())
                .singleElement()
                .asString()
                .contains("127.0.0.1 answered 404, which is not tried again")
                .doesNotContain("s3cret");
        assertThat(posted).hasSize(1);
    }

    @Test
    void aWebhookThatNeverAnswersIsGivenUp() {
        status = () -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 200;
        };
        AlertRules rules = AlertsTest.rules(webhook() + ", timeout = 50ms, retries = 1");
        assertThat(alerts(rules).run("validate", List.of(LATE)).problems())
                .singleElement()
                .asString()
                .contains("127.0.0.1 gave no answer within 50 ms, after 2 tries")
                .doesNotContain("s3cret");
    }

    @Test
    void aWebhookThatIsNotThereIsReported() {
        server.stop(0);
        assertThat(run(List.of(LATE)).problems())
                .singleElement()
                .asString()
                .contains("127.0.0.1 cannot be reached: ConnectException, after 3 tries");
    }

    @Test
    void aSinkOfTheClassPathIsFoundByItsName() {
        ServiceSink.TAKEN.clear();
        alerts(AlertsTest.rules("sinks = [service]")).run("validate", List.of(FEW));
        assertThat(ServiceSink.TAKEN).extracting(Alert::check).containsExactly("DATASET_LOW_NUM_EXAMPLES");
    }

    @Test
    void mistakesAreToldAtOnceWithTheirKeys() {
        assertThatThrownBy(() -> AlertsTest.rules("""
            sinks = [servic, mail], retries = 9, clear-after = 0, ownr = data
            routes = [{ check = "ROW_*" }, 7, { feture = x, owner = y }]\
            """))
                .isInstanceOf(ConfigException.class)
                .extracting(e -> ((ConfigException) e).problems(), InstanceOfAssertFactories.LIST)
                .extracting(Object::toString)
                .anyMatch(text -> text.contains("learning.alerts.retries"))
                .anyMatch(text -> text.contains("learning.alerts.clear-after"))
                .anyMatch(text -> text.contains("learning.alerts.ownr") && text.contains("owner"))
                .anyMatch(text -> text.contains("learning.alerts.routes[0]") && text.contains("gives neither"))
                .anyMatch(text -> text.contains("learning.alerts.routes[1]"))
                .anyMatch(text -> text.contains("learning.alerts.routes[2].feture") && text.contains("feature"))
                .hasSize(6);
        assertThatThrownBy(() -> AlertsTest.rules("sinks = [servic, mail]"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("did you mean 'service'")
                .hasMessageContaining("'mail' is no sink");
        assertThatThrownBy(() -> AlertsTest.rules("sinks = [webhook]"))
                .hasMessageContaining("webhook is empty; give its address");
        assertThatThrownBy(() -> AlertsTest.rules("sinks = [log, log]")).hasMessageContaining("each name once");
        assertThatThrownBy(() -> AlertsTest.rules("webhook = \"ftp://s3cret\""))
                .hasMessageContaining("http://HOST/")
                .hasMessageNotContaining("s3cret");
    }

    private AlertOutcome run(List<Signal> found) {
        return alerts(AlertsTest.rules(webhook() + ", retries = 2")).run("validate", found);
    }

    private String webhook() {
        return "sinks = [webhook], backoff = 1ms, webhook = \"http://127.0.0.1:"
                + server.getAddress().getPort() + "/hook/s3cret\"";
    }

    private Alerts alerts(AlertRules rules) {
        return new Alerts(rules, directory.resolve("validation"), () -> Instant.parse("2024-05-01T00:00:00Z"));
    }

    private static JsonNode json(String line) {
        try {
            return AlertJson.JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
