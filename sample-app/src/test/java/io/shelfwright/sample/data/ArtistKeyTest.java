package io.shelfwright.sample.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtistKeyTest {
    @ParameterizedTest
    @CsvSource({
        "The Glass Otters, glass otters",
        "Salt & Static, SALT AND STATIC",
        "'Caf\u00e9 del Ot\u00f6r', cafe del otor",
        "'A.B.C.', 'a b c'",
        "'\uff21\uff22', ab"
    })
    void namesThatDifferOnlyInSpellingJoin(String one, String other) {
        assertThat(ArtistKey.of(one)).isEqualTo(ArtistKey.of(other));
        assertThat(ArtistKey.of(one).joins()).isTrue();
    }

    @Test
    void aLetterWithoutAnAsciiFormKeepsNamesApart() {
        assertThat(ArtistKey.of("M\u00d8")).isNotEqualTo(ArtistKey.of("M"));
        assertThat(ArtistKey.of("M\u00d8")).isEqualTo(ArtistKey.of("m\u00f8"));
    }

    @Test
    void namesWithoutAnyAsciiLetterJoinNothingButStillHaveAnIdOfTheirOwn() {
        assertThat(ArtistKey.of("\u9752\u3044\u673a").joins()).isFalse();
        assertThat(ArtistKey.of("!!!").joins()).isFalse();
        assertThat(ArtistKey.idOf("\u9752\u3044\u673a")).isNotEqualTo(ArtistKey.idOf("\u65e5\u672c"));
        assertThat(ArtistKey.idOf("!!!")).startsWith("artist:name:~");
    }

    @Test
    void theArticleAloneIsAName() {
        assertThat(ArtistKey.of("The The").ascii()).isEqualTo("the");
        assertThat(ArtistKey.of("The").ascii()).isEqualTo("the");
    }

    @Test
    void anEndlessNameGetsAShortId() {
        assertThat(ArtistKey.idOf("x".repeat(5000))).hasSizeLessThan(100);
    }
}
