package io.shelfwright.sample.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The commands of the pipeline's steps, in their order, as a shell would hand them on. */
final class PipelineSteps {
    private static final String PROGRAM = "exec /opt/shelfwright/shelfwright ";
    private static final String CANDIDATE = "\"$(cat /data/snapshots/CANDIDATE)\"";

    private PipelineSteps() {}

    static Path file() {
        return Path.of("deploy", "kubeflow", "learn-pipeline.yaml");
    }

    /**
     * Returns the command lines by step.
     *
     * @param parameters values of the pipeline's parameters
     */
    static Map<String, List<String>> of(Map<String, Object> executors, Map<String, String> parameters) {
        Map<String, List<String>> steps = new LinkedHashMap<>();
        executors.forEach((name, executor) -> {
            Map<?, ?> container = (Map<?, ?>) ((Map<?, ?>) executor).get("container");
            if (!List.of("sh", "-ec").equals(container.get("command"))) {
                throw new IllegalArgumentException(name + " does not run a line of sh");
            }
            List<?> arguments = (List<?>) container.get("args");
            String line = String.valueOf(arguments.get(0));
            if (!line.startsWith(PROGRAM)) {
                throw new IllegalArgumentException(name + " runs " + line);
            }
            List<String> words = new ArrayList<>();
            for (String word : line.substring(PROGRAM.length())
                    .replace(CANDIDATE, "CANDIDATE")
                    .split(" ")) {
                words.add(word.equals("\"$0\"") ? parameter(String.valueOf(arguments.get(1)), parameters) : word);
            }
            steps.put(name, words);
        });
        return steps;
    }

    /** Returns command lines with other words in some places. */
    static List<String> with(List<String> words, UnaryOperator<String> change) {
        return words.stream().map(change).toList();
    }

    private static String parameter(String placeholder, Map<String, String> parameters) {
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            if (placeholder.equals("{{$.inputs.parameters['" + parameter.getKey() + "']}}")) {
                return parameter.getValue();
            }
        }
        throw new IllegalArgumentException(placeholder + " is no parameter; there are " + parameters.keySet());
    }
}
