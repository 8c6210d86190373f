package io.shelfwright.learning.training;

import com.typesafe.config.ConfigFactory;
import io.shelfwright.learning.LearningConfig;
import java.nio.file.Path;

/** Settings of training as they are written in a configuration. */
public final class TestSettings {
    private TestSettings() {}

    public static TrainingSettings of(String written) {
        return LearningConfig.read(
                        ConfigFactory.parseString("training {" + written + "}").root(), Path.of(""))
                .training();
    }
}
