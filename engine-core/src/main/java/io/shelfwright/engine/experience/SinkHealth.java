package io.shelfwright.engine.experience;

/**
 * How one sink fares.
 *
 * @param sink name of the sink
 * @param written records it has taken and flushed
 * @param retried records given to it again
 * @param deadLettered records it would not take, kept in its dead letters
 * @param lost records that neither it nor its dead letters had taken when the engine was closed; must be 0
 * @param waiting records accepted and not yet in any of those
 * @param failure what is wrong with it now, empty when it is well
 */
public record SinkHealth(
        String sink, long written, long retried, long deadLettered, long lost, long waiting, String failure) {

    public boolean healthy() {
        return failure.isEmpty() && lost == 0;
    }
}
