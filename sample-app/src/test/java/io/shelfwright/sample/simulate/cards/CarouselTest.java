package io.shelfwright.sample.simulate.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import org.junit.jupiter.api.Test;

class CarouselTest {

    @Test
    void cardsUpToTheStreamedOneWereSeenWhateverIsKnownOfTheOthers() {
        for (Feedback feedback : Feedback.values()) {
            Carousel carousel = new Carousel(12, 3, feedback);
            assertThat(carousel.seen(0)).isEqualTo(1);
            assertThat(carousel.seen(11)).isEqualTo(12);
        }
    }

    @Test
    void withoutAStreamOnlyThePaperTakesTheRestForUnseen() {
        assertThat(new Carousel(12, 3, Feedback.PAPER).seen(Carousel.NOTHING)).isEqualTo(3);
        assertThat(new Carousel(12, 3, Feedback.VIEWPORT).seen(Carousel.NOTHING))
                .isEqualTo(12);
        assertThat(new Carousel(12, 3, Feedback.RELEASED).seen(Carousel.NOTHING))
                .isEqualTo(12);
    }

    @Test
    void segmentsCountWhatWasSeen() {
        CardWorld world = SmallWorlds.world(2, 1, 6, 3, 1);
        int[] users = {0, 1, 1};
        int[][] lists = {{5, 4, 3}, {0, 1, 2}, {0, 1, 2}};
        int[] streamed = {1, Carousel.NOTHING, 2};
        SegmentCounts cascade = new SegmentCounts(world, new Carousel(3, 1, Feedback.PAPER), true);
        cascade.add(users, lists, streamed);
        assertThat(cascade.views(0, 5)).isOne();
        assertThat(cascade.streams(0, 4)).isOne();
        assertThat(cascade.views(0, 3)).isZero();
        assertThat(cascade.views(1, 0)).isEqualTo(2);
        assertThat(cascade.views(1, 1)).isOne();
        assertThat(cascade.total()).isEqualTo(6);

        SegmentCounts all = new SegmentCounts(world, new Carousel(3, 1, Feedback.PAPER), false);
        all.add(users, lists, streamed);
        assertThat(all.views(0, 3)).isOne();
        assertThat(all.total()).isEqualTo(9);
    }

    @Test
    void impossibleCarouselsAreRefused() {
        for (int[] wrong : new int[][] {{0, 0}, {3, 0}, {3, 4}}) {
            assertThatThrownBy(() -> new Carousel(wrong[0], wrong[1], Feedback.PAPER))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("allowed are slots from 1");
        }
        assertThatThrownBy(() -> Feedback.parse("all")).hasMessageContaining("allowed is paper, viewport or released");
    }
}
