package io.shelfwright.sample.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Kubeflow publishes its schema (PipelineSpec, a protobuf) for Python alone, so this checks the structure that it prescribes:
 * known fields, references that lead somewhere, an order without circles, and commands that exist.
 */
class KubeflowFileTest {
    private final List<Map<String, Object>> documents = YamlFiles.documents(PipelineSteps.file());
    private final Map<String, Object> spec = documents.get(0);

    @Test
    void everyFieldIsOneOfPipelineSpec() {
        only(
                spec,
                "pipelineInfo",
                "components",
                "deploymentSpec",
                "root",
                "schemaVersion",
                "sdkVersion",
                "defaultPipelineRoot");
        only(object(spec, "pipelineInfo"), "name", "displayName", "description");
        only(object(spec, "deploymentSpec"), "executors");
        only(object(spec, "root"), "dag", "inputDefinitions", "outputDefinitions");
        only(object(object(spec, "root"), "dag"), "tasks", "outputs");
        each(
                object(spec, "components"),
                part -> only(part, "executorLabel", "dag", "inputDefinitions", "outputDefinitions"));
        each(executors(), executor -> {
            only(executor, "container");
            Map<String, Object> container = object(executor, "container");
            only(container, "image", "command", "args", "env", "resources", "lifecycle");
            only(
                    object(container, "resources"),
                    "resourceCpuRequest",
                    "resourceCpuLimit",
                    "resourceMemoryRequest",
                    "resourceMemoryLimit");
        });
        each(
                tasks(),
                task -> only(
                        task, "taskInfo", "componentRef", "dependentTasks", "cachingOptions", "retryPolicy", "inputs"));
        assertThat(String.valueOf(spec.get("schemaVersion"))).isEqualTo("2.1.0");
        assertThat(String.valueOf(object(spec, "pipelineInfo").get("name")))
                .matches("[a-z0-9]([a-z0-9-]{0,126}[a-z0-9])?");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Map<String, Object> components = object(spec, "components");
        each(tasks(), task -> {
            String component = String.valueOf(object(task, "componentRef").get("name"));
            assertThat(components).containsKey(component);
            assertThat(executors())
                    .containsKey(String.valueOf(object(components, component).get("executorLabel")));
            assertThat(tasks().keySet()).containsAll(before(task));
        });
        Map<String, Object> mounts = object(
                object(object(object(documents.get(1), "platforms"), "kubernetes"), "deploymentSpec"), "executors");
        assertThat(mounts.keySet()).isEqualTo(executors().keySet());
    }

    @Test
    void eachStepWaitsForTheOneBeforeAndPublishingIsTheLast() {
        List<String> order = new ArrayList<>();
        while (order.size() < tasks().size()) {
            List<String> ready = tasks().keySet().stream()
                    .filter(task -> !order.contains(task))
                    .filter(task -> order.containsAll(before(object(tasks(), task))))
                    .toList();
            assertThat(ready).as("what can begin after %s", order).hasSize(1);
            order.addAll(ready);
        }
        assertThat(order)
                .containsSubsequence("dataset", "validate", "train", "evaluate", "gate", "publish")
                .endsWith("publish");
    }

    @Test
    void everyStepIsACommandThatExists() {
        PipelineSteps.of(executors(), Map.of("ranker", "logistic"))
                .forEach((step, words) ->
                        assertThat(StepCommands.problem(words)).as(step).isEmpty());
    }

    @Test
    void theRankerIsAParameterOfEveryStepThatNamesOne() {
        Map<String, Object> defined =
                object(object(object(object(spec, "root"), "inputDefinitions"), "parameters"), "ranker");
        assertThat(defined).containsEntry("parameterType", "STRING").containsEntry("defaultValue", "gbdt");
        PipelineSteps.of(executors(), Map.of("ranker", "logistic")).forEach((executor, words) -> {
            String step = executor.substring("exec-".length());
            boolean named = words.contains("--ranker");
            assertThat(named)
                    .as(step)
                    .isEqualTo(Set.of("train", "evaluate", "gate").contains(step));
            Map<String, Object> task = object(tasks(), step);
            assertThat(task.containsKey("inputs")).as(step).isEqualTo(named);
            Map<String, Object> component = object(object(spec, "components"), "comp-" + step);
            if (named) {
                assertThat(object(object(object(task, "inputs"), "parameters"), "ranker"))
                        .containsEntry("componentInputParameter", "ranker");
                assertThat(object(object(object(component, "inputDefinitions"), "parameters"), "ranker"))
                        .containsEntry("parameterType", "STRING");
            }
        });
    }

    @Test
    void aCommandThatDoesNotExistIsFound() {
        assertThat(StepCommands.problem(List.of("learn", "--data", "/data", "--candidates")))
                .contains("--candidates");
    }

    private Map<String, Object> tasks() {
        return object(object(object(spec, "root"), "dag"), "tasks");
    }

    private Map<String, Object> executors() {
        return object(object(spec, "deploymentSpec"), "executors");
    }

    private static List<String> before(Map<String, Object> task) {
        return task.get("dependentTasks") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static void only(Map<String, Object> part, String... known) {
        assertThat(Set.of(known)).containsAll(part.keySet());
    }

    private static void each(Map<String, Object> parts, java.util.function.Consumer<Map<String, Object>> check) {
        assertThat(parts).isNotEmpty();
        parts.keySet().forEach(key -> check.accept(object(parts, key)));
    }

    private static Map<String, Object> object(Map<String, Object> part, String key) {
        Map<String, Object> found = new LinkedHashMap<>();
        assertThat(part.get(key)).as(key).isInstanceOf(Map.class);
        ((Map<?, ?>) part.get(key)).forEach((name, value) -> found.put(String.valueOf(name), value));
        return found;
    }
}
