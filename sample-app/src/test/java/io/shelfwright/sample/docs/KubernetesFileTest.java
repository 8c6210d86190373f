package io.shelfwright.sample.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.shelfwright.learning.schedule.Timetable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The file fits the model that Kubernetes' Java client has of the API's schema; an unknown field does not come back from it. */
class KubernetesFileTest {
    private static final ObjectMapper STRICT =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final JsonNode written =
            STRICT.valueToTree(YamlFiles.documents(Path.of("deploy", "kubernetes", "learn-cronjob.yaml"))
                    .get(0));

    @Test
    void everyFieldIsOneOfTheSchemaAndOfItsType() throws IOException {
        CronJob job = STRICT.treeToValue(written, CronJob.class);
        assertThat(job.getApiVersion()).isEqualTo("batch/v1");
        assertThat(job.getKind()).isEqualTo("CronJob");
        assertThat(unknown(job)).isEmpty();
        JsonNode back = STRICT.valueToTree(job);
        assertThat(missing(written, back, "")).isEmpty();
    }

    @Test
    void aFieldThatTheSchemaDoesNotHaveIsFound() throws IOException {
        JsonNode wrong = written.deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) wrong.path("spec")).put("concurencyPolicy", "Forbid");
        CronJob job = STRICT.treeToValue(wrong, CronJob.class);
        assertThat(unknown(job)).contains("concurencyPolicy");
    }

    @Test
    void runsFollowEachOtherAndMayStopInTheirOwnTime() throws IOException {
        CronJobSpec spec = STRICT.treeToValue(written, CronJob.class).getSpec();
        PodSpec pod = spec.getJobTemplate().getSpec().getTemplate().getSpec();
        Container container = pod.getContainers().get(0);

        assertThat(spec.getConcurrencyPolicy()).isEqualTo("Forbid");
        Timetable timetable = Timetable.of(spec.getSchedule(), spec.getTimeZone());
        Instant first = timetable.after(Instant.EPOCH);
        assertThat(Duration.between(first, timetable.after(first))).isEqualTo(Duration.ofDays(7));
        assertThat(pod.getRestartPolicy()).isEqualTo("Never");
        assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThan(20);
        assertThat(StepCommands.problem(container.getArgs())).isEmpty();
        Container validation = pod.getInitContainers().get(0);
        assertThat(validation.getArgs()).startsWith("validate");
        assertThat(StepCommands.problem(validation.getArgs())).isEmpty();
        assertThat(spec.getJobTemplate().getSpec().getPodFailurePolicy().getRules().stream()
                        .filter(rule -> rule.getOnExitCodes() != null)
                        .map(rule -> rule.getOnExitCodes().getContainerName()))
                .containsExactly(validation.getName(), container.getName());
        assertThat(container.getVolumeMounts()).allSatisfy(mount -> assertThat(pod.getVolumes())
                .anyMatch(volume -> volume.getName().equals(mount.getName())));
    }

    /** Returns what the model could not place, at any depth. */
    private static String unknown(Object part) {
        StringBuilder found = new StringBuilder();
        collect(part, found);
        return found.toString();
    }

    private static void collect(Object part, StringBuilder found) {
        if (part instanceof Iterable<?> list) {
            list.forEach(each -> collect(each, found));
            return;
        }
        if (part == null || !part.getClass().getName().startsWith("io.fabric8.")) {
            return;
        }
        for (java.lang.reflect.Method method : part.getClass().getMethods()) {
            if (!method.getName().startsWith("get")
                    || method.getParameterCount() > 0
                    || method.getName().equals("getClass")) {
                continue;
            }
            try {
                Object value = method.invoke(part);
                if (method.getName().equals("getAdditionalProperties")) {
                    ((java.util.Map<?, ?>) value).keySet().forEach(key -> found.append(key)
                            .append(' '));
                } else {
                    collect(value, found);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(method + " of " + part.getClass(), e);
            }
        }
    }

    /** Returns what was written and did not come back. */
    private static String missing(JsonNode before, JsonNode after, String path) {
        StringBuilder missing = new StringBuilder();
        if (before.isObject()) {
            before.fields()
                    .forEachRemaining(field -> missing.append(
                            missing(field.getValue(), after.path(field.getKey()), path + "/" + field.getKey())));
        } else if (before.isArray()) {
            for (int i = 0; i < before.size(); i++) {
                missing.append(missing(before.get(i), after.path(i), path + "/" + i));
            }
        } else if (!before.asText().equals(after.asText())) {
            missing.append(path).append(' ');
        }
        return missing.toString();
    }
}
