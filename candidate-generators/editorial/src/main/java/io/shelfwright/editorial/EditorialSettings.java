package io.shelfwright.editorial;

import io.shelfwright.spi.Setting;
import java.nio.file.Path;
import java.time.Duration;

/** The settings of the generator {@code editorial}. */
record EditorialSettings(
        @Setting("YAML file with the editors' shelves.") Path file,

        @Setting(
                value = "Kind of shelf that the editors' shelves are: the unit of quotas and of calibration.",
                defaultValue = "editorial")
        String kind,

        @Setting(value = "Least time between two looks at whether the file has changed.", defaultValue = "5s")
        Duration checkEvery) {

    EditorialSettings {
        if (kind.isBlank()) {
            throw new IllegalArgumentException("kind is blank; give a kind of shelf, such as editorial");
        }
        if (checkEvery.isNegative()) {
            throw new IllegalArgumentException("check-every is " + checkEvery + "; allowed are 0s and more");
        }
    }
}
