package io.shelfwright.learning.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.shelfwright.api.BadRequestException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/** The times of a schedule; immutable. */
public final class Timetable {
    private static final Map<String, String> WORDS =
            Map.of("hourly", "0 * * * *", "daily", "0 4 * * *", "weekly", "0 4 * * 1");

    private final String written;
    private final ExecutionTime times;
    private final ZoneId zone;

    private Timetable(String written, ExecutionTime times, ZoneId zone) {
        this.written = written;
        this.times = times;
        this.zone = zone;
    }

    /**
     * Reads a schedule.
     *
     * @param written {@code hourly}, {@code daily}, {@code weekly} or a cron expression of five fields
     * @throws BadRequestException if it is neither, never comes, or the zone is unknown
     */
    public static Timetable of(String written, String zone) {
        try {
            Cron cron = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
                    .parse(WORDS.getOrDefault(written.strip(), written.strip()))
                    .validate();
            Timetable timetable = new Timetable(written.strip(), ExecutionTime.forCron(cron), ZoneId.of(zone));
            timetable.after(Instant.EPOCH);
            return timetable;
        } catch (DateTimeException e) {
            throw new BadRequestException(
                    "'" + zone + "' is no time zone; allowed are such as UTC, Europe/Stockholm", e);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(
                    "'" + written + "' is no schedule: " + e.getMessage()
                            + "; allowed are hourly, daily, weekly and cron"
                            + " expressions of five fields such as '30 3 * * 1'",
                    e);
        }
    }

    /** Returns the first time after another. */
    public Instant after(Instant time) {
        return times.nextExecution(time.atZone(zone))
                .orElseThrow(() -> new BadRequestException("the schedule '" + written + "' never comes"))
                .toInstant();
    }

    @Override
    public String toString() {
        return written + " (" + zone + ")";
    }
}
