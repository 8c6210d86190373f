package io.shelfwright.engine.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A configuration as it is written: for its hash, and for sections that others read; its text says nothing of its values. */
public final class WrittenConfig {
    /** What stands in messages where a secret would. */
    static final String SECRET = "(secret)";

    private final ConfigObject root;
    private final String hash;

    WrittenConfig(ConfigObject root) {
        this.root = root;
        hash = hash(root);
    }

    /** Returns 16 hexadecimal digits that change when any value does but those of {@code storage}, {@code plugins}, {@code snapshots}, {@code canary} and secrets. */
    public String hash() {
        return hash;
    }

    /** Returns what is written under a key of the top level, for those who read a section that the engine does not know. */
    public Optional<ConfigValue> value(String key) {
        return Optional.ofNullable(root.get(key));
    }

    /**
     * Returns the same configuration with secrets taken out: a hash that knows a password helps to guess it, and a password
     * does not shape a page.
     *
     * @param paths full keys, such as {@code generators[1].token}
     */
    WrittenConfig without(List<String> paths) {
        return paths.isEmpty() ? this : new WrittenConfig((ConfigObject) covered(root, "", new HashSet<>(paths)));
    }

    private static ConfigValue covered(ConfigValue value, String path, Set<String> secrets) {
        if (secrets.contains(path)) {
            return ConfigValueFactory.fromAnyRef(SECRET);
        }
        if (value instanceof ConfigObject object) {
            Map<String, ConfigValue> values = new LinkedHashMap<>();
            object.forEach(
                    (key, child) -> values.put(key, covered(child, path.isEmpty() ? key : path + "." + key, secrets)));
            return ConfigValueFactory.fromMap(values);
        }
        if (value instanceof ConfigList list) {
            List<ConfigValue> values = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                values.add(covered(list.get(i), path + "[" + i + "]", secrets));
            }
            return ConfigValueFactory.fromIterable(values);
        }
        return value;
    }

    private static String hash(ConfigObject root) {
        // Where things are kept and how models are learned does not shape a page; which plugins make it, a hash of
        // their own tells.
        String text = root.withoutKey("storage")
                .withoutKey("plugins")
                .withoutKey("learning")
                .withoutKey("snapshots")
                .withoutKey("canary")
                .render(ConfigRenderOptions.concise());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hash;
    }
}
