package io.shelfwright.testkit;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.CatalogSource;
import io.shelfwright.spi.InstanceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

class CatalogSourceContractTest {

    @ExtendWith(OnlyOnPurpose.class)
    static class Suspect extends CatalogSourceContract {
        @Override
        protected CatalogSource source(InstanceContext context) {
            return Suspects.<Supplier<CatalogSource>>present().get();
        }
    }

    private static class Behaved implements CatalogSource {
        @Override
        public void items(Consumer<Item> consumer) {
            consumer.accept(Item.builder("a", ItemKind.ALBUM, "A").build());
            consumer.accept(Item.builder("b", ItemKind.ALBUM, "B").build());
        }

        @Override
        public Map<String, String> artistNames() {
            return Map.of("x", "X");
        }

        @Override
        public void interactions(Consumer<Interaction> consumer) {
            consumer.accept(
                    Interaction.of("u", InteractionType.PLAY, "a").withId("1").at(TestRequests.AT));
        }

        @Override
        public void profiles(Consumer<UserProfile> consumer) {
            consumer.accept(UserProfile.unknown("u"));
        }
    }

    private static Supplier<CatalogSource> withInteractions(Consumer<Consumer<Interaction>> more) {
        return () -> new Behaved() {
            @Override
            public void interactions(Consumer<Interaction> consumer) {
                super.interactions(consumer);
                more.accept(consumer);
            }
        };
    }

    private static final class Growing extends Behaved {
        private static final AtomicInteger READINGS = new AtomicInteger();

        @Override
        public Map<String, String> artistNames() {
            return Map.of("x", "X" + READINGS.incrementAndGet());
        }
    }

    private static final class Demanding extends Behaved {
        private boolean itemsRead;

        @Override
        public void items(Consumer<Item> consumer) {
            itemsRead = true;
            super.items(consumer);
        }

        @Override
        public void interactions(Consumer<Interaction> consumer) {
            if (itemsRead) {
                super.interactions(consumer);
            }
        }
    }

    private static final class Swallowing extends Behaved {
        @Override
        public void items(Consumer<Item> consumer) {
            super.items(item -> {
                try {
                    consumer.accept(item);
                } catch (IllegalStateException e) {
                    return; // what a careless source does
                }
            });
        }
    }

    private static final class Keeping extends Behaved {
        private final List<Item> all = new ArrayList<>();

        @Override
        public void items(Consumer<Item> consumer) {
            super.items(item -> {
                all.add(item);
                consumer.accept(item);
            });
        }
    }

    @TestFactory
    Stream<DynamicTest> everySentenceFindsTheSourceThatBreaksIt() {
        return Suspects.<Supplier<CatalogSource>>of(Suspect.class, Behaved::new)
                .breaks("everyItemIsGivenOnce", () -> new Behaved() {
                    @Override
                    public void items(Consumer<Item> consumer) {
                        super.items(consumer);
                        super.items(consumer);
                    }
                })
                .breaks("everyProfileIsGivenOnce", () -> new Behaved() {
                    @Override
                    public void profiles(Consumer<UserProfile> consumer) {
                        super.profiles(consumer);
                        super.profiles(consumer);
                    }
                })
                .breaks(
                        "everyInteractionHasATime",
                        withInteractions(consumer -> consumer.accept(
                                Interaction.of("u", InteractionType.PLAY, "b").withId("2"))))
                .breaks("everyArtistHasAName", () -> new Behaved() {
                    @Override
                    public Map<String, String> artistNames() {
                        return Map.of("x", " ");
                    }
                })
                .breaks("everyReadingGivesTheSame", Growing::new)
                .breaks("anyPartCanBeReadWithoutTheOthers", Demanding::new)
                .breaks("aFailureOfTheReaderIsNotSwallowed", Swallowing::new)
                .breaks("nothingIsKeptBetweenReadings", Keeping::new)
                .tests();
    }
}
