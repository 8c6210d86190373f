package io.shelfwright.engine.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.ExperienceException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvroExperienceLogTest {
    private static final ExperienceLogSettings EVERY_THREE = new ExperienceLogSettings(3, 1L << 30, true);

    @TempDir
    Path directory;

    private Instant now = Instant.parse("2024-05-01T23:59:00Z");
    private final InstantSource clock = () -> now;
    private final List<Interaction> interactions = new ArrayList<>();

    @Test
    void pagesAndInteractionsComeBackInOrderFromFilesNamedByDay() throws Exception {
        List<PageRecord> pages = new ArrayList<>();
        try (AvroExperienceLog log = new AvroExperienceLog(directory, clock, EVERY_THREE)) {
            for (int i = 0; i < 20; i++) {
                pages.add(Pages.record(i));
                log.page(pages.get(i));
                log.interaction(Pages.interaction(i));
                if (i == 9) {
                    now = now.plus(Duration.ofMinutes(2));
                }
            }
        }

        List<PageRecord> back = new ArrayList<>();
        LogReport report = reader().pages(back::add);

        assertThat(back).isEqualTo(pages);
        assertThat(report).isEqualTo(new LogReport(2, 20, List.of()));
        assertThat(readInteractions().records()).isEqualTo(20);
        assertThat(interactions.get(19)).isEqualTo(Pages.interaction(19));
        assertThat(files())
                .containsExactly(
                        "interactions-20240501-000001.avro",
                        "interactions-20240502-000002.avro",
                        "pages-20240501-000001.avro",
                        "pages-20240502-000002.avro");
    }

    @Test
    void aLogThatIsWrittenMeanwhileIsReadUpToSomewhere() throws Exception {
        ExperienceLogSettings small = new ExperienceLogSettings(1, 20_000, false);
        AtomicBoolean ended = new AtomicBoolean();
        try (AvroExperienceLog log = new AvroExperienceLog(directory, clock, small)) {
            Thread writer = new Thread(() -> {
                for (int i = 0; i < 500; i++) {
                    log.interaction(Pages.interaction(i));
                }
                ended.set(true);
            });
            writer.start();
            int before = 0;
            while (!ended.get()) {
                interactions.clear();
                readInteractions();
                assertThat(interactions).hasSizeGreaterThanOrEqualTo(before);
                assertThat(interactions).isEqualTo(interactions(interactions.size()));
                before = interactions.size();
            }
            writer.join();
        }
    }

    @Test
    void aFileOfTheSizeToRollIsFollowedByAnother() throws Exception {
        try (AvroExperienceLog log =
                new AvroExperienceLog(directory, clock, new ExperienceLogSettings(1, 4_000, false))) {
            for (int i = 0; i < 400; i++) {
                log.interaction(Pages.interaction(i));
            }
        }

        assertThat(files()).hasSizeGreaterThan(5);
        assertThat(readInteractions().records()).isEqualTo(400);
        assertThat(interactions).isEqualTo(interactions(400));
    }

    @Test
    void afterACrashTheWholeBlocksAreReadAndWritingGoesOnInANewFile() throws Exception {
        AvroExperienceLog crashed = new AvroExperienceLog(directory, clock, EVERY_THREE);
        for (int i = 0; i < 7; i++) {
            crashed.interaction(Pages.interaction(i));
        }
        // Not closed: the seventh was never flushed. A later block is cut in the middle.
        Path file = directory.resolve("interactions-20240501-000001.avro");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 5));
        try (AvroExperienceLog log = new AvroExperienceLog(directory, clock, EVERY_THREE)) {
            log.interaction(Pages.interaction(100));
        }

        LogReport report = readInteractions();

        assertThat(interactions)
                .containsExactly(
                        Pages.interaction(0), Pages.interaction(1), Pages.interaction(2), Pages.interaction(100));
        assertThat(report.truncated()).containsExactly(file);
        assertThat(report.files()).isEqualTo(2);
    }

    @Test
    void aFileCutAnywhereGivesItsWholeBlocks() throws Exception {
        byte[] whole = write(7);
        Path file = directory.resolve("interactions-20240501-000001.avro");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            LogReport report = readInteractions();

            assertThat(interactions).isEqualTo(interactions(interactions.size()));
            assertThat(interactions.size() % 3).as("cut to " + length).isZero();
            assertThat(report.truncated().isEmpty()).as("cut to " + length).isEqualTo(endsWithBlock(whole, length));
        }
    }

    @Test
    void damageInTheMiddleIsAnErrorThatNamesTheFile() throws Exception {
        byte[] whole = write(30);
        Path file = directory.resolve("interactions-20240501-000001.avro");
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, whole.length / 2, whole.length / 2 + 40, (byte) 0x55);
        Files.write(file, damaged);

        assertThatThrownBy(this::readInteractions)
                .isInstanceOf(ExperienceException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("move it out of the directory");

        Files.writeString(file, "this is no Avro file, but long enough to be one");
        assertThatThrownBy(this::readInteractions)
                .isInstanceOf(ExperienceException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFileOfAnOlderSchemaIsReadWithDefaults() throws Exception {
        Schema current = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Word\",\"fields\":[{\"name\":\"text\",\"type\":\"string\"},"
                        + "{\"name\":\"language\",\"type\":\"string\",\"default\":\"unknown\"}]}");
        Schema older = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Word\",\"fields\":[{\"name\":\"gone\",\"type\":\"int\"},"
                        + "{\"name\":\"text\",\"type\":\"string\"}]}");
        Path file = directory.resolve("words-20240501-000001.avro");
        GenericRecord record = new GenericData.Record(older);
        record.put("gone", 7);
        record.put("text", "hej");
        try (DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>(older))) {
            writer.create(older, file.toFile()).append(record);
        }

        try (LogFileReader<String> reader = new LogFileReader<>(file, new Words(current))) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.value()).isEqualTo("hej in unknown");
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void aPageLogCutAnywhereInItsLastBlockGivesEveryWholeBlock() throws Exception {
        int whole = 6;
        try (AvroExperienceLog log = new AvroExperienceLog(directory, clock, EVERY_THREE)) {
            for (int i = 0; i < whole + 2; i++) {
                log.page(Pages.record(i));
            }
        }
        Path file = directory.resolve("pages-20240501-000001.avro");
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        for (int length = end - 1; !endsWithBlock(bytes, length); length--) {
            Files.write(file, Arrays.copyOf(bytes, length));
            List<PageRecord> back = new ArrayList<>();

            LogReport report = reader().pages(back::add);

            assertThat(back).as("cut to " + length + " of " + end).hasSize(whole);
            assertThat(report.truncated()).containsExactly(file);
        }
    }

    @Test
    void aLogFromBeforeMarginalsArmsAndTiersIsStillRead() throws Exception {
        PageRecord page = Pages.record(3);
        Schema earlier = Fields.schema("page-before-marginals.avsc");
        // What the earlier version wrote: today's record without the fields that it did not have.
        GenericRecord today = RecordFormat.PAGES.toAvro(page);
        GenericRecord written = (GenericRecord) earlierForm(today, earlier);
        Path file = directory.resolve("pages-20240501-000001.avro");
        try (DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>(earlier))) {
            writer.create(earlier, file.toFile()).append(written);
        }
        List<PageRecord> back = new ArrayList<>();

        reader().pages(back::add);

        PageRecord read = back.get(0);
        assertThat(read.page()).isEqualTo(page.page());
        assertThat(read.market()).isEqualTo(page.market());
        assertThat(read.tier()).isEmpty();
        assertThat(read.arm()).isEmpty();
        assertThat(read.logPropensity()).isNaN();
        assertThat(read.slots()).hasSameSizeAs(page.slots());
        for (int i = 0; i < read.slots().size(); i++) {
            assertThat(read.slots().get(i).marginal()).isNaN();
            assertThat(read.slots().get(i).propensity())
                    .isEqualTo(page.slots().get(i).propensity());
            assertThat(read.slots().get(i).features())
                    .isEqualTo(page.slots().get(i).features());
        }
    }

    /** Keeps of a value what a schema knows. */
    private static Object earlierForm(Object value, Schema schema) {
        if (value instanceof GenericRecord record) {
            GenericRecord kept = new GenericData.Record(schema);
            for (Schema.Field field : schema.getFields()) {
                kept.put(field.name(), earlierForm(record.get(field.name()), field.schema()));
            }
            return kept;
        }
        return value instanceof List<?> list
                ? list.stream()
                        .map(element -> earlierForm(element, schema.getElementType()))
                        .toList()
                : value;
    }

    @Test
    void aDirectoryThatDoesNotExistIsAnEmptyLog() {
        assertThat(new ExperienceLogReader(directory.resolve("none")).pages(page -> {}))
                .isEqualTo(new LogReport(0, 0, List.of()));
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        AvroExperienceLog log = new AvroExperienceLog(file, clock, EVERY_THREE);

        assertThatThrownBy(() -> log.page(Pages.record(1)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void whatCannotBeEncodedSpoilsNothing() {
        try (AvroExperienceLog log = new AvroExperienceLog(directory, clock, EVERY_THREE)) {
            log.interaction(Pages.interaction(0));
            assertThatThrownBy(() -> log.interaction(Pages.interaction(1).at(null)))
                    .isInstanceOf(IllegalArgumentException.class);
            log.interaction(Pages.interaction(1));
        }

        assertThat(readInteractions().files()).isEqualTo(1);
        assertThat(interactions).isEqualTo(interactions(2));
    }

    private byte[] write(int count) throws IOException {
        try (AvroExperienceLog log = new AvroExperienceLog(directory, clock, EVERY_THREE)) {
            interactions(count).forEach(log::interaction);
        }
        return Files.readAllBytes(directory.resolve("interactions-20240501-000001.avro"));
    }

    /** The header and every block end with the same 16 bytes. */
    private static boolean endsWithBlock(byte[] whole, int length) {
        int marker = 16;
        return length > marker
                && Arrays.equals(whole, length - marker, length, whole, whole.length - marker, whole.length);
    }

    private static List<Interaction> interactions(int count) {
        List<Interaction> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            found.add(Pages.interaction(i));
        }
        return found;
    }

    private LogReport readInteractions() {
        interactions.clear();
        return reader().interactions(interactions::add);
    }

    private ExperienceLogReader reader() {
        return new ExperienceLogReader(directory);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private record Words(Schema schema) implements RecordFormat<String> {
        @Override
        public String name() {
            return "words";
        }

        @Override
        public GenericRecord toAvro(String value) {
            throw new UnsupportedOperationException("read only");
        }

        @Override
        public String fromAvro(GenericRecord record) {
            return record.get("text") + " in " + record.get("language");
        }
    }
}
