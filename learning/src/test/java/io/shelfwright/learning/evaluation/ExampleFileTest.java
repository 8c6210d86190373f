package io.shelfwright.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleFileTest {
    @TempDir
    Path directory;

    @Test
    void columnsAreFoundByNameAndTheOthersAreThereToSliceBy() throws IOException {
        ExampleTable table = read("""
                market,score_live:save,score,label:save,group,label,score:save,user,weight,attributes,age_days
                SE,0.1,2.5,1,r1,0,0.3,u1,2,rock|pop,
                DE,0.2,-1,0,r1,1,0.4,u2,1,,12
                """);
        assertThat(table.objectives()).containsExactly("save", "label");
        assertThat(table.models()).containsExactly("candidate", "live");
        assertThat(table.sliceColumns()).containsExactly("market", "user");
        assertThat(table.requests())
                .as("a request id is only unique for one user")
                .isEqualTo(2);
        assertThat(table.scores("label").get(0).probabilities()).isFalse();
        assertThat(table.scores("save").get(0).probabilities()).isTrue();
        assertThat(table.traits().attributes().get(0)).containsExactlyInAnyOrder("rock", "pop");
        assertThat(table.traits().ageDays()[0]).isNaN();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "group,label                          | lacks the column score",
                "group,score                          | lacks the column label",
                "label,score                          | lacks the column group",
                "group,label,label:save,score         | lacks the column score:save",
                "group,label,score,score_live:save    | which has no labels",
                "group,label,score,score              | has the column score twice",
            })
    void aHeaderThatLacksSomethingSaysWhat(String header, String said) throws IOException {
        String row = header.replaceAll("[^,]+", "1");
        assertThatThrownBy(() -> read(header + "\n" + row + "\n"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "r,-1,0.5 | :3 has \"-1\" in the column label; allowed is a number from 0 upwards",
                "r,1,NaN  | :3 has \"NaN\" in the column score; allowed is a finite number",
                "r,1,0x1p3| :3 has \"0x1p3\" in the column score",
                "r,1,     | :3 has \"\" in the column score",
                "r,1      | :3 has 2 fields, the header has 3",
            })
    void aWrongCellIsNamedWithItsLine(String row, String said) {
        assertThatThrownBy(() -> read("group,label,score\nr,1,0.5\n" + row + "\n"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining(said);
    }

    @Test
    void nothingToReadIsSaid() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> read("group,label,score\n")).hasMessageContaining("a header but no rows");
        assertThatThrownBy(() -> ExampleFile.read(directory.resolve("none.csv"), ScoreMeaning.AUTO, 0))
                .hasMessageContaining("does not exist");
    }

    private ExampleTable read(String text) throws IOException {
        return ExampleFile.read(Files.writeString(directory.resolve("t.csv"), text), ScoreMeaning.AUTO, 0);
    }
}
