package io.shelfwright.learning.uservectors;

import io.shelfwright.learning.job.ParallelTasks;
import io.shelfwright.learning.report.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Computes users' vectors with the threads of this machine, a shard at a time on each. */
public final class LocalUserVectors implements UserVectorsJob.Executor {
    private final int threads;
    private final Consumer<String> progress;

    /**
     * Makes an executor.
     *
     * @param threads at least 1
     * @param progress told what is being done, one line at a time
     */
    public LocalUserVectors(int threads, Consumer<String> progress) {
        this.threads = threads;
        this.progress = progress;
    }

    @Override
    public void run(UserVectorsSpec spec) {
        ShardVectors logic = new ShardVectors(spec);
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int shard = 0; shard < spec.shards(); shard++) {
            int number = shard;
            tasks.add(() -> {
                logic.make(number);
                return number;
            });
        }
        ParallelTasks.run(
                "computing users' vectors", tasks, threads, new Progress("folding users", spec.shards(), progress));
    }
}
