package io.shelfwright.engine.config;

import com.typesafe.config.ConfigOrigin;
import io.shelfwright.api.ConfigException;
import io.shelfwright.api.ConfigProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects problems, so that all of them are told at once; not thread-safe. */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final List<ConfigProblem> problems = new ArrayList<>();

    public void add(ConfigOrigin origin, String key, String message) {
        problems.add(new ConfigProblem(place(origin), key, message));
    }

    public void add(ConfigProblem problem) {
        problems.add(problem);
    }

    /** Tells what works but should be changed; it is logged, and stops nobody. */
    public void warn(ConfigOrigin origin, String key, String message) {
        LOG.warn("{}", new ConfigProblem(place(origin), key, message));
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    public List<ConfigProblem> list() {
        return List.copyOf(problems);
    }

    /** Throws everything collected, if there is anything. */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    /** Returns file and line of an origin, such as {@code home.conf:12}. */
    public static String place(ConfigOrigin origin) {
        String name = origin.filename() == null
                ? origin.description()
                : String.valueOf(Path.of(origin.filename()).getFileName());
        return origin.filename() != null && origin.lineNumber() > 0 ? name + ":" + origin.lineNumber() : name;
    }
}
