package io.shelfwright.learning.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final Instant FRIDAY = Instant.parse("2024-05-03T10:15:00Z");

    @Test
    void wordsAndCronExpressionsSayTheNextTime() {
        assertThat(next("hourly", "UTC")).isEqualTo("2024-05-03T11:00:00Z");
        assertThat(next("daily", "UTC")).isEqualTo("2024-05-04T04:00:00Z");
        assertThat(next("weekly", "UTC")).isEqualTo("2024-05-06T04:00:00Z");
        assertThat(next("30 3 1 * *", "UTC")).isEqualTo("2024-06-01T03:30:00Z");
        assertThat(next("*/20 * * * *", "UTC")).isEqualTo("2024-05-03T10:20:00Z");
        assertThat(next("daily", "Europe/Stockholm")).isEqualTo("2024-05-04T02:00:00Z");
    }

    @Test
    void aTimeThatTheClockLeavesOutIsNotLost() {
        // On the last Sunday of March 02:30 does not exist in Stockholm.
        Timetable timetable = Timetable.of("30 2 * * *", "Europe/Stockholm");
        Instant before = Instant.parse("2024-03-30T12:00:00Z");
        assertThat(timetable.after(before))
                .isBetween(Instant.parse("2024-03-31T00:30:00Z"), Instant.parse("2024-04-01T00:30:00Z"));
    }

    @Test
    void whatIsNoScheduleIsRefusedWithWhatIsAllowed() {
        for (String wrong : new String[] {"fortnightly", "", "61 * * * *", "* * * *", "0 0 31 2 *"}) {
            assertThatThrownBy(() -> Timetable.of(wrong, "UTC"))
                    .as(wrong)
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("schedule");
        }
        assertThatThrownBy(() -> Timetable.of("daily", "Stockholm"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("time zone");
    }

    private static String next(String written, String zone) {
        return Timetable.of(written, zone).after(FRIDAY).toString();
    }
}
