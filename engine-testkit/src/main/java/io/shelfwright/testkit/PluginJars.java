package io.shelfwright.testkit;

import io.shelfwright.spi.ShelfwrightPlugin;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plugin's jar out of source text, for tests of what happens to a jar in a plugin directory.
 *
 * <p>Sources are compiled in memory, once for each builder, against the API and the jars that are named. Not thread-safe.
 */
public final class PluginJars {
    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, byte[]> resources = new TreeMap<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Path> classPath = new ArrayList<>();
    private @Nullable Map<String, byte[]> classes;

    private PluginJars() {}

    /** Returns a builder of a jar without anything in it. */
    public static PluginJars empty() {
        return new PluginJars();
    }

    /**
     * Returns a builder of a jar whose manifest describes a plugin of this API version.
     *
     * @param id of the plugin
     * @param pluginClass full name of the class that {@code META-INF/services} names
     */
    public static PluginJars of(String id, String pluginClass) {
        return new PluginJars()
                .attribute("Shelfwright-Plugin-Id", id)
                .attribute("Shelfwright-Plugin-Version", "1.0")
                .attribute("Shelfwright-Api-Version", "[1.0,2)")
                .services(pluginClass);
    }

    /** Names the provider, or several in lines of their own. */
    public PluginJars services(String pluginClasses) {
        return resource("META-INF/services/" + ShelfwrightPlugin.class.getName(), pluginClasses + "\n");
    }

    /** Sets a main attribute of the manifest; an empty value takes it out. */
    public PluginJars attribute(String name, String value) {
        if (value.isEmpty()) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
        return this;
    }

    public PluginJars version(String version) {
        return attribute("Shelfwright-Plugin-Version", version);
    }

    /** Adds a class as source text. */
    public PluginJars source(String className, String text) {
        sources.put(className, text);
        classes = null;
        return this;
    }

    public PluginJars resource(String path, String text) {
        return resource(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public PluginJars resource(String path, byte[] bytes) {
        resources.put(path, bytes);
        return this;
    }

    /** Adds a jar that the sources are compiled against; it is not packed. */
    public PluginJars compiledAgainst(Path jar) {
        classPath.add(jar);
        return this;
    }

    /** Writes the jar, in one step for whoever looks at the directory. */
    public Path writeTo(Path jar) {
        try {
            Files.createDirectories(jar.toAbsolutePath().getParent());
            Path temporary = Files.createTempFile(jar.toAbsolutePath().getParent(), ".", ".tmp");
            try (OutputStream out = Files.newOutputStream(temporary)) {
                write(out);
            }
            Files.move(temporary, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException("the jar " + jar + " cannot be written", e);
        }
    }

    /** Returns the bytes of the jar. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing a jar to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private void write(OutputStream out) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(entry("META-INF/MANIFEST.MF"));
            manifest.write(zip);
            zip.closeEntry();
            Map<String, byte[]> entries = new TreeMap<>(resources);
            compiled().forEach((name, bytes) -> entries.put(name.replace('.', '/') + ".class", bytes));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(entry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    /** The same jar written later has the same bytes. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        return entry;
    }

    private Map<String, byte[]> compiled() throws IOException {
        Map<String, byte[]> known = classes;
        if (known == null) {
            known = sources.isEmpty() ? Map.of() : compile();
            classes = known;
        }
        return known;
    }

    private Map<String, byte[]> compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("there is no Java compiler; run the tests with a JDK, not with a JRE");
        }
        List<Path> path = new ArrayList<>(classPath);
        path.add(api());
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                InMemory files = new InMemory(standard)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-nowarn",
                    "--release",
                    "17",
                    "-cp",
                    path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
            List<JavaFileObject> units = new ArrayList<>();
            sources.forEach((name, text) -> units.add(new Source(name, text)));
            if (!compiler.getTask(messages, files, null, options, null, units).call()) {
                throw new IllegalArgumentException("the sources of the plugin do not compile:\n" + messages);
            }
            return files.classes();
        }
    }

    private static Path api() {
        try {
            return Path.of(ShelfwrightPlugin.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the API's classes are nowhere", e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class ClassFile extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ClassFile(String className) {
            super(URI.create("mem:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ClassFile> written = new TreeMap<>();

        InMemory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
            return written.computeIfAbsent(className, ClassFile::new);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new TreeMap<>();
            written.forEach((name, file) -> classes.put(name, file.bytes.toByteArray()));
            return classes;
        }
    }
}
