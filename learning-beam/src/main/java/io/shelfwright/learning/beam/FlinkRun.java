package io.shelfwright.learning.beam;

import java.io.Serializable;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * Where a pipeline runs.
 *
 * @param master {@code [local]} for a cluster inside this process, or {@code host:port}
 * @param parallelism parallel tasks
 */
record FlinkRun(String master, int parallelism) implements Serializable {

    Pipeline pipeline(String name) {
        FlinkPipelineOptions options = PipelineOptionsFactory.as(FlinkPipelineOptions.class);
        options.setRunner(FlinkRunner.class);
        options.setFlinkMaster(master);
        options.setParallelism(parallelism);
        options.setObjectReuse(true);
        options.setStreaming(false);
        options.setJobName(name);
        return Pipeline.create(options);
    }

    String words() {
        return "running on Flink at " + master;
    }
}
