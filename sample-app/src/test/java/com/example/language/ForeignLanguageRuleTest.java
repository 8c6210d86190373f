package com.example.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.UserState;
import io.shelfwright.testkit.TestAdjustments;
import io.shelfwright.testkit.TestCandidates;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestUser;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForeignLanguageRuleTest {
    private final Catalog catalog =
            TestCatalog.of(album("svensk", "sv"), album("suomalainen", "fi"), album("wordless", ""));
    private final ShelfSpec shelf = new ShelfSpec("albums", "Albums", "albums", Set.of(), List.of("any"), 1, 10, -1);

    @Test
    void whatIsInAForeignLanguageIsHalved() {
        TestAdjustments adjustments = adjusted(TestUser.of("u").language("sv").build(catalog));

        assertThat(adjustments.factor(0)).isEqualTo(1);
        assertThat(adjustments.factor(1)).isCloseTo(0.5, within(1e-12));
        assertThat(adjustments.factor(2)).isEqualTo(1);
    }

    @Test
    void aLanguageThatIsHeardOftenIsNotForeign() {
        TestAdjustments adjustments =
                adjusted(TestUser.of("u").language("sv").play("suomalainen").build(catalog));

        assertThat(adjustments.factor(1)).isEqualTo(1);
    }

    private TestAdjustments adjusted(UserState user) {
        CandidateBatch batch = TestCandidates.batch(catalog, user, shelf, "svensk", "suomalainen", "wordless");
        TestAdjustments adjustments = TestAdjustments.of(batch.size());
        new ForeignLanguageRule(new ForeignLanguageSettings(0.5, 0.1)).adjust(batch, adjustments);
        return adjustments;
    }

    private static Item album(String id, String language) {
        return Item.builder(id, ItemKind.ALBUM, id).language(language).build();
    }
}
