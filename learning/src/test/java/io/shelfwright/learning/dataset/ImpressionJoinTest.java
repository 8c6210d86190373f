package io.shelfwright.learning.dataset;

import static io.shelfwright.learning.TestPages.AT;
import static io.shelfwright.learning.TestPages.did;
import static io.shelfwright.learning.TestPages.page;
import static io.shelfwright.learning.TestPages.slot;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.TargetType;
import io.shelfwright.learning.TestPages;
import io.shelfwright.learning.dataset.JoinedPage.JoinedCard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImpressionJoinTest {
    private static final PageRecord PAGE = page("u", "r", AT, "f", List.of(slot("a"), slot("b"), slot("c")));

    @TempDir
    Path directory;

    private final AtomicReference<JoinReport> report = new AtomicReference<>();

    @Test
    void aReactionBelongsToTheCardOfItsPage() {
        List<JoinedPage> pages = join(List.of(PAGE), did("1", "u", InteractionType.PLAY, "b", "r", AT.plusSeconds(9)));

        assertThat(pages).hasSize(1);
        assertThat(types(pages.get(0))).containsExactly("a[]", "b[PLAY]", "c[]");
        assertThat(report.get().attributed()).isEqualTo(1);
    }

    @Test
    void theSameRequestIdOfAnotherUserIsAnotherPage() {
        List<JoinedPage> pages = join(List.of(PAGE), did("1", "v", InteractionType.PLAY, "b", "r", AT));

        assertThat(types(pages.get(0))).containsExactly("a[]", "b[]", "c[]");
        assertThat(report.get().orphaned()).isEqualTo(1);
    }

    @Test
    void theWindowIncludesItsEndAndNothingAfterOrBefore() {
        List<JoinedPage> pages = join(
                List.of(PAGE),
                did("1", "u", InteractionType.PLAY, "a", "r", AT.plus(Duration.ofHours(24))),
                did(
                        "2",
                        "u",
                        InteractionType.PLAY,
                        "b",
                        "r",
                        AT.plus(Duration.ofHours(24)).plusMillis(1)),
                did("3", "u", InteractionType.PLAY, "c", "r", AT.minusMillis(1)));

        assertThat(types(pages.get(0))).containsExactly("a[PLAY]", "b[]", "c[]");
        assertThat(report.get().late()).isEqualTo(1);
        assertThat(report.get().early()).isEqualTo(1);
    }

    @Test
    void aRepeatedInteractionCountsOnceAndAnIdOfAnotherUserIsNoRepetition() {
        PageRecord other = page("v", "r", AT, "f", List.of(slot("b")));
        Interaction play = did("1", "u", InteractionType.PLAY, "b", "r", AT);
        List<JoinedPage> pages =
                join(List.of(PAGE, other), play, play, did("1", "v", InteractionType.PLAY, "b", "r", AT));

        assertThat(types(pages.get(0))).containsExactly("a[]", "b[PLAY]", "c[]");
        assertThat(types(pages.get(1))).containsExactly("b[PLAY]");
        assertThat(report.get().duplicates()).isEqualTo(1);
    }

    @Test
    void whatWasUndoneNeverHappenedEvenIfTheUndoCameFirstInTheLog() {
        List<JoinedPage> pages = join(
                List.of(PAGE),
                TestPages.undo("9", "u", "1", AT.plusSeconds(5)),
                did("1", "u", InteractionType.HIDE, "a", "r", AT),
                did("2", "u", InteractionType.HIDE, "b", "r", AT));

        assertThat(types(pages.get(0))).containsExactly("a[]", "b[HIDE]", "c[]");
        assertThat(report.get().undone()).isEqualTo(2);
    }

    @Test
    void wherePartOfAPageWasSeenTheRestSaysNothing() {
        List<JoinedPage> pages = join(
                List.of(PAGE),
                did("1", "u", InteractionType.IMPRESSION, "a", "r", AT),
                did("2", "u", InteractionType.IMPRESSION, "b", "r", AT),
                did("3", "u", InteractionType.PLAY, "b", "r", AT),
                did("4", "u", InteractionType.PLAY, "c", "r", AT));

        assertThat(pages.get(0).viewportLogged()).isTrue();
        assertThat(types(pages.get(0))).containsExactly("a[]", "b[PLAY]");
        assertThat(report.get().unseenCards()).isEqualTo(1);
        assertThat(report.get().reactionsToUnseen()).isEqualTo(1);
    }

    @Test
    void aPageWithoutImpressionsGivesAllItsCards() {
        List<JoinedPage> pages = join(List.of(PAGE));

        assertThat(pages.get(0).viewportLogged()).isFalse();
        assertThat(pages.get(0).cards()).hasSize(3);
    }

    @Test
    void aRepeatedPageCountsOnce() {
        assertThat(join(List.of(PAGE, PAGE))).hasSize(1);
        assertThat(report.get().repeatedPages()).isEqualTo(1);
        assertThat(report.get().pages()).isEqualTo(2);
    }

    @Test
    void everyInteractionIsCountedExactlyOnce() {
        Interaction artist =
                new Interaction("5", "u", InteractionType.HIDE, TargetType.ARTIST, "x", AT, 1, "r", "shelf", "", false);
        Interaction play = did("1", "u", InteractionType.PLAY, "a", "r", AT);
        join(
                List.of(PAGE),
                play,
                play,
                did("2", "u", InteractionType.PLAY, "a", "", AT),
                did("3", "u", InteractionType.PLAY, "z", "r", AT),
                did("4", "u", InteractionType.SAVE, "b", "r", AT.plus(Duration.ofDays(3))),
                artist,
                TestPages.undo("6", "u", "7", AT),
                did("7", "u", InteractionType.SAVE, "c", "r", AT));

        JoinReport found = report.get();
        assertThat(found.unattached()).isEqualTo(2);
        assertThat(found.orphaned()).isEqualTo(1);
        assertThat(found.duplicates()
                        + found.undone()
                        + found.unattached()
                        + found.orphaned()
                        + found.early()
                        + found.late()
                        + found.attributed())
                .isEqualTo(found.interactions())
                .isEqualTo(8);
    }

    private List<JoinedPage> join(List<PageRecord> pages, Interaction... interactions) {
        List<JoinedPage> joined = new ArrayList<>();
        report.set(new ImpressionJoin(Attribution.DEFAULT)
                .join(TestPages.log(directory, pages, List.of(interactions)), joined::add));
        return joined;
    }

    private static List<String> types(JoinedPage page) {
        return page.cards().stream().map(ImpressionJoinTest::text).toList();
    }

    private static String text(JoinedCard card) {
        return card.slot().itemId()
                + card.reactions().stream().map(Interaction::type).toList();
    }
}
