package io.shelfwright.learning.dataset;

import io.shelfwright.api.ExperienceException;
import io.shelfwright.learning.report.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes a dataset of a store: staged, written by an executor, published by one rename.
 *
 * <p>A run that fails or is killed publishes nothing. What it has finished stays: the next run that wants the same of the same log goes on
 * with it, whichever executor it uses, and any other run begins anew and removes it.
 */
public final class DatasetJob {
    private final DatasetStore store;
    private final ShardFormat format;

    /** Makes a job that adds to a store. */
    public DatasetJob(DatasetStore store, ShardFormat format) {
        this.store = store;
        this.format = format;
    }

    /** Writes the shards. */
    public interface Executor {
        /** Returns its name for the manifest, such as {@code local}. */
        String name();

        /**
         * Writes every shard of {@code 0..shards-1} to a directory, empty ones too; returns them in any order.
         *
         * @param work directory for what is needed on the way, with the {@link ShardNotes} of an earlier run; removed afterwards
         */
        List<ShardResult> run(DatasetRequest request, ShardFormat format, Path directory, Path work);
    }

    /**
     * Makes a dataset and opens it.
     *
     * @throws ExperienceException if the log is damaged
     * @throws Refusal if no row is left
     */
    public StoredDataset run(DatasetRequest request, Executor executor) {
        Map<String, Long> log;
        try {
            log = files(request.experience());
        } catch (IOException e) {
            throw new ExperienceException(request.experience() + " cannot be listed; check permissions", e);
        }
        try (DatasetStore.Staging staging = store.begin(identity(request, log))) {
            try {
                return run(request, executor, staging, log);
            } catch (Refusal e) {
                staging.discard();
                throw e;
            }
        } catch (IOException e) {
            throw new ExperienceException("a dataset cannot be staged; check free space and permissions", e);
        }
    }

    private StoredDataset run(
            DatasetRequest request, Executor executor, DatasetStore.Staging staging, Map<String, Long> log)
            throws IOException {
        Path work = Files.createDirectories(staging.directory().resolve("work"));
        if (staging.resumed()) {
            request.progress()
                    .accept("going on with a run that was ended: "
                            + ShardNotes.count(work, request.shards()) + " of " + request.shards()
                            + " shards are finished");
        }
        List<ShardResult> shards = executor.run(request, format, staging.directory(), work).stream()
                .sorted(Comparator.comparingInt(ShardResult::number))
                .toList();
        if (shards.size() != request.shards()) {
            throw new IllegalStateException(
                    "executor '" + executor.name() + "' wrote " + shards.size() + " shards of " + request.shards());
        }
        Tally tally = new Tally();
        shards.forEach(shard -> tally.addAll(shard.tally()));
        DatasetReport.requireRows(tally.get(ShardResult.PAGES), request.schema(), tally);
        String version = staging.publish(manifest(request, executor, shards, tally, log));
        return store.open(version, format);
    }

    /** Everything that the bytes of a shard depend on. */
    private String identity(DatasetRequest request, Map<String, Long> log) {
        return String.join(
                "\n",
                List.of(
                        request.experience().toAbsolutePath().toString(),
                        log.toString(),
                        request.schema().toText(),
                        request.labelsText(),
                        request.labels().objectives().toString(),
                        request.attribution().words().toString(),
                        request.sampling().toString(),
                        String.valueOf(request.shards()),
                        format.extension(),
                        code()));
    }

    private static String code() {
        String code = DatasetJob.class.getPackage().getImplementationVersion();
        return code == null ? "unpackaged" : code;
    }

    private static DatasetManifest manifest(
            DatasetRequest request, Executor executor, List<ShardResult> shards, Tally tally, Map<String, Long> log) {
        List<String> objectives = request.labels().objectives();
        return new DatasetManifest(
                DatasetManifest.FORMAT,
                request.created().toString(),
                executor.name(),
                code(),
                ShardResult.first(shards).toString(),
                ShardResult.last(shards).toString(),
                tally.get(ShardResult.PAGES),
                tally.get(ShardResult.USERS),
                tally.get(ShardResult.ROWS),
                tally.get(ShardResult.EXPLORED),
                ShardResult.positives(tally, objectives),
                tally.counts(),
                request.attribution().words(),
                request.labelsText(),
                objectives,
                request.sampling().negativeShare(),
                request.sampling().seed(),
                request.schema().fingerprint(),
                request.schema().toText(),
                log,
                shards.stream().map(ShardResult::entry).toList());
    }

    private static Map<String, Long> files(Path log) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        if (Files.isDirectory(log)) {
            try (Stream<Path> files = Files.list(log)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    sizes.put(file.getFileName().toString(), Files.size(file));
                }
            }
        }
        return sizes;
    }
}
