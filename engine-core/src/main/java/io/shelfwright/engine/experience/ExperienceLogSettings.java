package io.shelfwright.engine.experience;

/**
 * How the log is written.
 *
 * @param flushRecords records after which the disk is forced, at least 1; {@link AvroExperienceLog#flush()} does so earlier
 * @param rollBytes size after which a new file is begun, at least 1
 * @param compressed whether blocks are deflated
 */
public record ExperienceLogSettings(int flushRecords, long rollBytes, boolean compressed) {

    /** Forces after 256 records, files of 64 MB, deflated. */
    public static final ExperienceLogSettings DEFAULT = new ExperienceLogSettings(256, 64L << 20, true);

    public ExperienceLogSettings {
        if (flushRecords < 1 || rollBytes < 1) {
            throw new IllegalArgumentException("flush-records is " + flushRecords + " and roll-bytes is " + rollBytes
                    + "; allowed are numbers from 1");
        }
    }
}
