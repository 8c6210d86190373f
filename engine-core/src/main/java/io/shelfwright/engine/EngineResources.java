package io.shelfwright.engine;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lives as long as the engine and must be closed with it, in reverse order of opening. */
final class EngineResources implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineResources.class);

    private final List<AutoCloseable> resources = new ArrayList<>();

    <T extends AutoCloseable> T add(T resource) {
        resources.add(resource);
        return resource;
    }

    @Override
    public void close() {
        for (int i = resources.size() - 1; i >= 0; i--) {
            try {
                resources.get(i).close();
            } catch (Exception e) {
                LOG.warn("{} could not be closed", resources.get(i), e);
            }
        }
        resources.clear();
    }
}
