package io.shelfwright.learning.validation.stored;

import io.shelfwright.learning.job.ParallelTasks;
import io.shelfwright.learning.report.Progress;
import io.shelfwright.learning.validation.statistics.DatasetStatistics;
import io.shelfwright.learning.validation.statistics.StatisticsTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Makes statistics with the threads of this machine, a file of the dataset at a time on each. */
public final class LocalStatistics implements StatisticsJob.Executor {
    private final int threads;
    private final Consumer<String> progress;

    /**
     * Makes an executor.
     *
     * @param threads at least 1
     * @param progress told what is being done, one line at a time
     */
    public LocalStatistics(int threads, Consumer<String> progress) {
        this.threads = threads;
        this.progress = progress;
    }

    @Override
    public DatasetStatistics run(StatisticsSpec spec, int shards, Path work) {
        ShardStatistics logic = new ShardStatistics(spec, work);
        StatisticsTree tree = new StatisticsTree(StatisticsSpec.OPTIONS);
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int shard = 0; shard < shards; shard++) {
            int number = shard;
            tasks.add(() -> {
                DatasetStatistics part = logic.of(number);
                synchronized (tree) {
                    tree.add(number, part);
                }
                return true;
            });
        }
        ParallelTasks.run("making statistics", tasks, threads, new Progress("reading rows", shards, progress));
        return tree.whole().orElseThrow();
    }
}
