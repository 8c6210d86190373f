package io.shelfwright.sample.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.ItemKind;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class CoverArtTest {

    @Test
    void theSameItemAlwaysHasTheSameCoverAndOthersHaveOthers() {
        Set<String> covers = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            String cover = CoverArt.svg(CoverAddress.hash("item-" + i), "album", "A");
            assertThat(cover).isEqualTo(CoverArt.svg(CoverAddress.hash("item-" + i), "album", "A"));
            covers.add(cover);
        }
        assertThat(covers).hasSize(200);
    }

    @Test
    void everyKindHasItsShape() throws Exception {
        assertThat(CoverArt.svg(1, "artist", "A")).contains("clip-path=\"url(#c)\"", "<ellipse");
        assertThat(CoverArt.svg(1, "playlist", "A").split("<svg ", -1)).hasSize(6);
        assertThat(CoverArt.svg(1, "podcast-show", "A")).contains("rx=\"3\"");
        assertThat(text(CoverArt.svg(1, "audiobook", "A"))).isEqualTo("A");
    }

    @Test
    void anyTextGivesWellFormedXml() throws Exception {
        assertThat(text(CoverArt.svg(3, "album", "<&\"'>"))).isEqualTo("<&\"'>");
        Random random = new Random(17);
        for (int i = 0; i < 300; i++) {
            StringBuilder title = new StringBuilder();
            for (int n = random.nextInt(6); n >= 0; n--) {
                title.append((char) random.nextInt(Character.MAX_VALUE + 1));
            }
            text(CoverArt.svg(random.nextLong(), "playlist", title.toString()));
            text(CoverArt.svg(random.nextLong(), "album", Initials.of(title.toString())));
        }
    }

    @Test
    void initialsStandForTitlesOfAnyScript() {
        assertThat(Initials.of("paper lanterns at noon")).isEqualTo("PL");
        assertThat(Initials.of("Moss")).isEqualTo("M");
        assertThat(Initials.of("夜の電車")).isEqualTo("夜の");
        assertThat(Initials.of("Ночной поезд")).isEqualTo("НП");
        assertThat(Initials.of("सुबह की धुन")).isEqualTo("सुकी");
        assertThat(Initials.of("  ...  ")).isEqualTo(".");
        assertThat(Initials.of("🎷🎷")).isEqualTo("🎷");
        assertThat(Initials.of("")).isEqualTo("♪");
    }

    @Test
    void addressesAreShortWhateverTheId() {
        assertThat(CoverAddress.of("曲/".repeat(256), ItemKind.ALBUM, "夜の電車")).hasSizeLessThan(80);
        assertThat(CoverAddress.hash("a/b")).isNotEqualTo(CoverAddress.hash("a/c"));
    }

    @Test
    void theRouteServesAnImageForAnItemIdOrItsKey() throws Exception {
        try (Demo demo = new Demo()) {
            var byId = demo.get("/covers/" + Demo.encoded("album:夜").replace("+", "%20") + ".svg?kind=album&t=%3Cb%3E");
            var byKey = demo.get(CoverAddress.of("album:夜", ItemKind.ALBUM, "x").replaceAll("t=.*", "t=%3Cb%3E"));
            assertThat(byId.headers().firstValue("Content-Type")).hasValue("image/svg+xml; charset=utf-8");
            assertThat(byId.body()).contains("&lt;b&gt;").isEqualTo(byKey.body());
        }
    }

    private static String text(String svg) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        return document.getElementsByTagName("text").item(0).getTextContent();
    }
}
