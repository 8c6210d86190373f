package io.shelfwright.engine.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.spi.Packing;
import io.shelfwright.spi.PackingBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackingInstanceTest {
    private static final String GOOD =
            "{'rows':2,'columns':2,'note':'unknown fields are fine','examination':[[1.0,0.5],[0.8,0.4]],"
                    + "'rules':{'minCardsPerShelf':1,'maxShelvesPerKind':2,'noSameKindNeighbours':false,"
                    + "'pinned':[{'shelf':'b','row':1}]},"
                    + "'shelves':[{'id':'a','kind':'k','candidates':[{'item':'x','value':0.3},{'item':'y','value':0.2}]},"
                    + "{'id':'b','kind':'k','candidates':[{'item':'x','value':0.1},{'item':'ö','value':0.4}]}]}";

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("instance.json"), text.replace('\'', '"'));
    }

    @Test
    void aReportHoldsThePageTheBoundAndTheRatio() throws IOException {
        PackingInstance instance = PackingInstance.read(file(GOOD));
        Packing packing = new AuctionPagePacker().pack(instance.problem(), PackingBudget.steps(20));
        PackingReport report =
                PackingReport.of(instance, packing, PackingBound.of(instance.problem(), packing.value()));
        JsonNode json = new ObjectMapper().readTree(report.toJson());
        assertThat(json.get("value").asDouble()).isEqualTo(packing.value());
        assertThat(json.get("upperBound").asDouble()).isGreaterThanOrEqualTo(packing.value());
        assertThat(json.get("ratio").asDouble()).isBetween(0.99, 1.0);
        assertThat(json.get("steps").isIntegralNumber()).isTrue();
        assertThat(json.get("page").toString())
                .isEqualTo("[{\"shelf\":\"a\",\"items\":[\"x\",\"y\"]},{\"shelf\":\"b\",\"items\":[\"ö\"]}]");
        assertThat(instance.referenceBound()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'rows':2, | | rows is missing; allowed",
                "'rows':2 | 'rows':0 | rows is 0; allowed: a whole number from 1",
                "'rows':2 | 'rows':2.5 | rows is 2.5",
                "'rows':2 | 'rows':3 | examination has 2 rows; allowed: 3",
                "[1.0,0.5] | [1.0] | examination[0] has 1 numbers; allowed: a list of 2",
                "[1.0,0.5] | [1.0,1.5] | examination[0][1] is 1.5; allowed: a number from 0 to 1",
                "[1.0,0.5] | [1.0,NaN] | examination[0][1] is",
                "'value':0.3 | 'value':-0.3 | shelves[0].candidates[0].value is -0.3; allowed: a finite number of at least 0",
                "'value':0.3 | 'value':NaN | shelves[0].candidates[0].value is",
                "'value':0.3 | 'value':'much' | shelves[0].candidates[0].value is",
                "'value':0.3 | 'price':0.3 | shelves[0].candidates[0].value is missing",
                "'item':'y' | 'item':'x' | shelves[0].candidates[1].item is x, which shelf a has already",
                "'id':'b' | 'id':'a' | shelves[1].id is a, which an earlier shelf has too",
                "'shelf':'b' | 'shelf':'c' | names the shelf c, which is not in shelves",
                "'row':1 | 'row':2 | rules.pinned[0].row is 2; allowed: a whole number from 0 to 1",
                "[{'shelf':'b','row':1}] | [{'shelf':'b','row':1},{'shelf':'a','row':1}] | rules.pinned[1].row is 1, to which shelf b is pinned already; allowed: each row once",
                "'kind':'k', | | shelves[0].kind is missing",
                "'noSameKindNeighbours':false | 'noSameKindNeighbours':1 | rules.noSameKindNeighbours is 1; allowed: true or false",
                "'rules' | 'laws' | rules is missing",
                "'shelves' | 'racks' | shelves is missing",
                "{'rows' | ['rows' | not valid JSON",
            })
    void aMistakeIsNamedWithItsPlaceAndWhatIsAllowed(String what, @Nullable String with, String message)
            throws IOException {
        Path file = file(GOOD.replace(what, with == null ? "" : with));
        assertThatThrownBy(() -> PackingInstance.read(file))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("instance.json")
                .hasMessageContaining(message);
    }

    @Test
    void aFileThatIsMissingOrEmptyIsNamed() throws IOException {
        assertThatThrownBy(() -> PackingInstance.read(folder.resolve("none.json")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("none.json is not a file");
        Path empty = file("");
        assertThatThrownBy(() -> PackingInstance.read(empty)).isInstanceOf(BadRequestException.class);
    }
}
