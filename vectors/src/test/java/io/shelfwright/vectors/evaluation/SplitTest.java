package io.shelfwright.vectors.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.testkit.RandomCases;
import io.shelfwright.vectors.Interactions;
import io.shelfwright.vectors.RandomInteractions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitTest {
    @TempDir
    Path directory;

    @Test
    void whatIsOddIsCountedAndRead() throws IOException {
        Path train = file("train", "\uFEFF1 10 2 2\r\n\r\n3 2\t007\r\n1 30\r\n4\r\n");
        Path test = file("test", "3 10 2 99\n5 7\n");
        Split split = Split.read(train, test);
        assertThat(split.counts())
                .containsEntry("users", 4)
                .containsEntry("items", 5)
                .containsEntry("train-pairs", 5)
                .containsEntry("test-pairs", 3)
                .containsEntry("test-users-not-in-train", 1)
                .containsEntry("test-items-not-in-train", 1)
                .containsEntry("test-pairs-already-in-train", 1)
                .containsEntry("repeated-items", 1)
                .containsEntry("repeated-users", 1)
                .containsEntry("users-without-items", 1)
                .containsEntry("blank-lines", 1);
        // Items in the order of their numbers: 2, 7, 10, 30, 99.
        assertThat(split.train().row(0)).containsExactly(0, 2, 3);
        assertThat(split.train().row(1)).containsExactly(0, 1);
        assertThat(split.test().row(1)).containsExactly(2, 4);
        assertThat(split.test().row(3)).containsExactly(1);
    }

    @Test
    void gzippedFilesAndNamesAreReadToo() throws IOException {
        Path train = gzipped("train.any", "ann x y\nbob y z\n");
        Path test = file("test", "bob x\n");
        Split split = Split.read(train, test);
        assertThat(split.train().row(1)).containsExactly(1, 2);
        assertThat(split.test().row(1)).containsExactly(0);
    }

    @Test
    void whatIsNoSplitIsToldWithFileAndLine() throws IOException {
        Path good = file("good", "1 2\n");
        Path word = file("word", "1 2\n\n3 4 x5\n");
        assertThatThrownBy(() -> Split.read(word, good))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining(word + ":3 has the item 'x5'");
        Path negative = file("negative", "1 -2\n");
        assertThatThrownBy(() -> Split.read(good, negative)).hasMessageContaining(negative + ":1 has the item '-2'");
        Path empty = file("empty", "\n\n");
        assertThatThrownBy(() -> Split.read(empty, good)).hasMessageContaining(empty + " holds no item");
        Path names = file("names", "ann x\n");
        assertThatThrownBy(() -> Split.read(good, names)).hasMessageContaining("both must name users and items alike");
        Path latin = directory.resolve("latin");
        Files.write(latin, "bj\u00f6rn x\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Split.read(good, latin)).hasMessageContaining("not UTF-8");
        Path control = file("control", "ann x\u0000y\n");
        assertThatThrownBy(() -> Split.read(control, names))
                .hasMessageContaining(control + ":1 has a control character");
        Path cut = gzipped("cut", "1 2 3 4 5 6 7 8\n".repeat(500));
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> Split.read(cut, good)).hasMessageContaining("is truncated");
        assertThatThrownBy(() -> Split.read(directory.resolve("none"), good)).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> Split.read(directory, good)).hasMessageContaining("is a directory");
    }

    @Test
    void aHoldOutDividesEveryUsersItemsAndRepeats() {
        RandomCases.run(20, (seed, random) -> {
            Interactions all = RandomInteractions.of(random, 30, 20, 3, true);
            Split split = HoldOut.of(all, 0.2, seed);
            Split again = HoldOut.of(all, 0.2, seed);
            assertThat(split.train().size() + split.test().size()).isEqualTo(all.size());
            for (int user = 0; user < 30; user++) {
                for (int item : split.test().row(user)) {
                    assertThat(split.train().row(user)).doesNotContain(item);
                }
                assertThat(again.test().row(user)).containsExactly(split.test().row(user));
                assertThat(split.test().count(user)).isBetween((int) (0.2 * all.count(user)), all.count(user) / 5 + 1);
                assertThat(split.train().count(user)).isGreaterThanOrEqualTo(Math.min(1, all.count(user)));
            }
        });
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private Path gzipped(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return Files.write(directory.resolve(name), bytes.toByteArray());
    }
}
