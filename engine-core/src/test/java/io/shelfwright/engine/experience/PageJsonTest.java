package io.shelfwright.engine.experience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.api.Card;
import io.shelfwright.api.Degradation;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.Reason;
import io.shelfwright.api.Shelf;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageJsonTest {
    private static final String CONTENT =
            "\"ranker\":\"gbdt\",\"degradations\":[{\"stage\":\"recall\",\"instance\":\"podcasts\","
                    + "\"code\":\"late\",\"message\":\"slow\"}],\"shelves\":[{\"id\":\"s\",\"title\":\"För dig\","
                    + "\"reason\":{\"code\":\"for-you\",\"text\":\"made for you\"},\"row\":0,\"cards\":[{\"itemId\":\"a\","
                    + "\"kind\":\"album\",\"title\":\"音\",\"column\":0,\"generator\":\"g\",\"score\":0.25,\"utility\":0.002,"
                    + "\"propensity\":1.0,\"propensityValid\":true,\"explored\":false,"
                    + "\"reasons\":[{\"code\":\"c\",\"text\":\"t\"}]}]}],\"cursor\":\"\"";
    private static final String HEAD =
            "{\"requestId\":\"r\",\"userId\":\"u\",\"at\":\"2024-05-01T12:00:00Z\",\"seed\":-7,"
                    + "\"snapshot\":\"snap\",\"configHash\":\"conf\",";

    @Test
    void keysComeInTheOrderOfTheContract() {
        assertThat(text(PageJson.bytes(page(3, "音", 1_500_000))))
                .isEqualTo(HEAD + "\"stateVersion\":3," + CONTENT + ",\"timing\":{\"recall\":1.5}}");
    }

    @Test
    void theCanonicalFormLeavesOutTimingAndStateVersion() {
        assertThat(text(PageJson.canonical(page(3, "音", 1)))).isEqualTo(HEAD + CONTENT + "}");
        assertThat(PageJson.canonical(page(5, "音", 2))).isEqualTo(PageJson.canonical(page(3, "音", 1)));
        assertThat(PageJson.canonical(page(3, "x", 1))).isNotEqualTo(PageJson.canonical(page(3, "音", 1)));
    }

    @Test
    void halfAPairIsWrittenAsTheReplacementCharacter() {
        assertThat(text(PageJson.bytes(page(1, "\uD800x\uDC00 \uD83C\uDFB5", 1))))
                .contains("\"\uFFFDx\uFFFD \uD83C\uDFB5\"");
    }

    @Test
    void everyPageIsValidJsonWithItsDoubles() throws Exception {
        ObjectMapper json = new ObjectMapper();
        for (int seed = 0; seed < 200; seed++) {
            HomePage page = Pages.record(seed).page();

            JsonNode node = json.readTree(PageJson.bytes(page));

            assertThat(node.get("shelves")).hasSize(page.shelves().size());
            for (int row = 0; row < page.shelves().size(); row++) {
                for (int column = 0; column < page.shelves().get(row).cards().size(); column++) {
                    Card card = page.shelves().get(row).cards().get(column);
                    JsonNode shown = node.get("shelves").get(row).get("cards").get(column);
                    assertThat(shown.get("utility").doubleValue()).isEqualTo(card.utility());
                    assertThat(shown.get("title").textValue()).isEqualTo(card.title());
                }
            }
        }
    }

    private static HomePage page(long stateVersion, String title, long nanos) {
        Card card = new Card(
                "r",
                "s",
                "a",
                ItemKind.ALBUM,
                title,
                0,
                "g",
                0.25,
                2e-3,
                1,
                true,
                false,
                List.of(new Reason("c", "t")));
        return new HomePage(
                "r",
                "u",
                Instant.parse("2024-05-01T12:00:00Z"),
                -7,
                "snap",
                "conf",
                stateVersion,
                "gbdt",
                List.of(new Degradation("recall", "podcasts", "late", "slow")),
                List.of(new Shelf("s", "För dig", new Reason("for-you", "made for you"), 0, List.of(card))),
                "",
                Map.of("recall", Duration.ofNanos(nanos)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
