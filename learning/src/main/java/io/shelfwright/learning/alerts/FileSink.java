package io.shelfwright.learning.alerts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Appends a JSON object a line, and forces them to disk. */
final class FileSink implements AlertSink {
    static final String NAME = "file";

    private final Path file;

    FileSink(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void send(List<Alert> alerts) throws IOException {
        StringBuilder text = new StringBuilder();
        alerts.forEach(alert -> text.append(AlertJson.of(alert)).append('\n'));
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
