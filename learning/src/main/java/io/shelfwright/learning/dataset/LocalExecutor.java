package io.shelfwright.learning.dataset;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import io.shelfwright.engine.experience.AvroExperienceLog;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.experience.ExperienceLogSettings;
import io.shelfwright.engine.experience.LogReport;
import io.shelfwright.learning.report.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes a dataset with the threads of this machine: the log is dealt out to one small log a shard, by user, and each shard is
 * joined in memory.
 *
 * <p>Memory: one shard for each thread, about 3 KB for each of its cards.
 */
public final class LocalExecutor implements DatasetJob.Executor {
    private static final ExperienceLogSettings SPILL = new ExperienceLogSettings(1024, 1L << 40, false);

    @Override
    public String name() {
        return "local";
    }

    @Override
    public List<ShardResult> run(DatasetRequest request, ShardFormat format, Path directory, Path work) {
        long truncated = deal(request, work);
        UserRows rows = new UserRows(request);
        ShardFile file = new ShardFile(format, request.columns());
        Progress progress = new Progress("joining and writing shards", request.shards(), request.progress());
        List<Callable<ShardResult>> tasks = new ArrayList<>();
        for (int shard = 0; shard < request.shards(); shard++) {
            int number = shard;
            tasks.add(() -> {
                ShardResult result = shard(rows, file, directory, work, number);
                progress.add(1);
                return result;
            });
        }
        List<ShardResult> results = run(tasks, request.threads());
        results.get(0).tally().add("truncatedFiles", truncated);
        return results;
    }

    private static long deal(DatasetRequest request, Path work) {
        List<AvroExperienceLog> dealt = new ArrayList<>();
        try {
            for (int shard = 0; shard < request.shards(); shard++) {
                dealt.add(new AvroExperienceLog(directory(work, shard), request::created, SPILL));
            }
            ExperienceLogReader log = new ExperienceLogReader(request.experience());
            Progress progress = new Progress("reading the log", log.bytes(), request.progress());
            LogReport pages = log.pages(
                    page -> dealt.get(ShardFile.of(page.page().userId(), dealt.size()))
                            .page(page),
                    progress::add);
            LogReport interactions = log.interactions(
                    done -> dealt.get(ShardFile.of(done.userId(), dealt.size())).interaction(done), progress::add);
            return (long) pages.truncated().size() + interactions.truncated().size();
        } finally {
            dealt.forEach(AvroExperienceLog::close);
        }
    }

    private static ShardResult shard(UserRows rows, ShardFile file, Path directory, Path work, int number) {
        Map<String, List<PageRecord>> pages = new TreeMap<>();
        Map<String, List<Interaction>> interactions = new TreeMap<>();
        Path own = directory(work, number);
        ExperienceLogReader log = new ExperienceLogReader(own);
        log.pages(page -> pages.computeIfAbsent(page.page().userId(), user -> new ArrayList<>())
                .add(page));
        log.interactions(done -> interactions
                .computeIfAbsent(done.userId(), user -> new ArrayList<>())
                .add(done));
        Tally tally = new Tally();
        List<PageRows> made = new ArrayList<>();
        pages.forEach((user, served) -> {
            List<Interaction> reactions = interactions.remove(user);
            made.addAll(rows.of(served, reactions == null ? List.of() : reactions, tally));
        });
        // Users of whom no page was logged: their interactions are counted all the same.
        interactions.forEach((user, reactions) -> rows.of(List.of(), reactions, tally));
        ShardResult result = file.write(directory, number, made, tally);
        try {
            DatasetFiles.remove(own);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + own, e);
        }
        return result;
    }

    private static Path directory(Path work, int shard) {
        return work.resolve(String.format(Locale.ROOT, "%05d", shard));
    }

    private static List<ShardResult> run(List<Callable<ShardResult>> tasks, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<ShardResult>> futures = new ArrayList<>();
            tasks.forEach(task -> futures.add(pool.submit(task)));
            List<ShardResult> results = new ArrayList<>();
            for (Future<ShardResult> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("making the dataset was interrupted; nothing was published");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a shard cannot be written", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
