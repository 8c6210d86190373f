package io.shelfwright.learning.dataset;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.learning.job.ParallelTasks;
import io.shelfwright.learning.report.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * Makes a dataset with the threads of this machine: the log is dealt out to one small log a shard, by user, and each shard is
 * joined in memory.
 *
 * <p>Memory: one shard for each thread, about 3 KB for each of its cards. Shards that an earlier run has finished are taken as they are.
 */
public final class LocalExecutor implements DatasetJob.Executor {
    @Override
    public String name() {
        return "local";
    }

    @Override
    public List<ShardResult> run(DatasetRequest request, ShardFormat format, Path directory, Path work) {
        Map<Integer, ShardResult> finished = ShardNotes.finished(directory, work, request.shards());
        List<ShardResult> results = new ArrayList<>(finished.values());
        if (finished.size() < request.shards()) {
            DealtLog log = new DealtLog(work);
            long truncated = log.deal(request, finished.keySet());
            UserRows rows = new UserRows(request);
            ShardFile file = new ShardFile(format, request.columns());
            List<Callable<ShardResult>> tasks = new ArrayList<>();
            for (int shard = 0; shard < request.shards(); shard++) {
                int number = shard;
                if (!finished.containsKey(shard)) {
                    Tally tally = new Tally();
                    tally.add("truncatedFiles", number == 0 ? truncated : 0);
                    tasks.add(() -> {
                        ShardResult result = file.write(directory, number, rows(log, number, rows, tally), tally);
                        ShardNotes.write(work, result);
                        log.remove(number);
                        return result;
                    });
                }
            }
            Progress progress = new Progress("joining and writing shards", request.shards(), request.progress());
            progress.add(finished.size());
            results.addAll(ParallelTasks.run("making the dataset", tasks, request.threads(), progress));
        }
        return results;
    }

    private static List<PageRows> rows(DealtLog dealt, int shard, UserRows rows, Tally tally) {
        Map<String, List<PageRecord>> pages = new TreeMap<>();
        Map<String, List<Interaction>> interactions = new TreeMap<>();
        ExperienceLogReader log = dealt.of(shard);
        dealt.requireWhole(log.pages(page -> pages.computeIfAbsent(page.page().userId(), user -> new ArrayList<>())
                .add(page)));
        dealt.requireWhole(log.interactions(done -> interactions
                .computeIfAbsent(done.userId(), user -> new ArrayList<>())
                .add(done)));
        List<PageRows> made = new ArrayList<>();
        pages.forEach((user, served) -> {
            List<Interaction> reactions = interactions.remove(user);
            made.addAll(rows.of(served, reactions == null ? List.of() : reactions, tally));
        });
        // Users of whom no page was logged: their interactions are counted all the same.
        interactions.forEach((user, reactions) -> rows.of(List.of(), reactions, tally));
        return made;
    }
}
