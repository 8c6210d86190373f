package io.shelfwright.vectors;

/**
 * Says how a training runs, apart from what it learns.
 *
 * @param seed seed of every draw; the same seed gives the same bytes, whatever the number of threads
 * @param threads number of threads, at least 1
 * @param progress hears how it goes
 */
public record TrainingSetup(long seed, int threads, Progress progress) {
    public TrainingSetup {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", allowed is 1 or more");
        }
    }

    /** Returns a set-up with a thread for each processor and nobody listening. */
    public static TrainingSetup of(long seed) {
        return new TrainingSetup(seed, Runtime.getRuntime().availableProcessors(), Progress.NONE);
    }

    public TrainingSetup withProgress(Progress value) {
        return new TrainingSetup(seed, threads, value);
    }

    public TrainingSetup withThreads(int value) {
        return new TrainingSetup(seed, value, progress);
    }
}
