package io.shelfwright.testkit;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.UserStateStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

class UserStateStoreContractTest {
    private static final Map<String, Behaved> KEPT = new HashMap<>();

    @ExtendWith(OnlyOnPurpose.class)
    static class Suspect extends UserStateStoreContract {
        @Override
        protected UserStateStore store(InstanceContext context) {
            return Suspects.<Supplier<Behaved>>present()
                    .get()
                    .in(context.baseDirectory().toString());
        }

        @Override
        protected boolean outlivesItsInstance() {
            return true;
        }
    }

    /** Keeps users in memory, under the name of a directory. */
    private static class Behaved implements UserStateStore {
        Map<String, List<Interaction>> interactions = new TreeMap<>();
        Map<String, UserProfile> profiles = new TreeMap<>();

        Behaved in(String directory) {
            Behaved before = KEPT.put(directory, this);
            if (before != null) {
                interactions = before.interactions;
                profiles = before.profiles;
            }
            return this;
        }

        @Override
        public Optional<UserProfile> profile(String userId) {
            return Optional.ofNullable(profiles.get(userId));
        }

        @Override
        public void putProfile(UserProfile profile) {
            profiles.put(profile.userId(), profile);
        }

        @Override
        public synchronized List<Interaction> interactions(String userId, long version) {
            List<Interaction> all = interactions.getOrDefault(userId, List.of());
            return List.copyOf(all.subList(0, (int) Math.min(version, all.size())));
        }

        @Override
        public synchronized long version(String userId) {
            return interactions.getOrDefault(userId, List.of()).size();
        }

        @Override
        public synchronized long append(Interaction interaction) {
            check(interaction);
            List<Interaction> all = interactions.computeIfAbsent(interaction.userId(), key -> new ArrayList<>());
            if (all.stream().anyMatch(other -> other.id().equals(interaction.id()))) {
                return -all.size() - 1;
            }
            all.add(interaction);
            return all.size();
        }

        void check(Interaction interaction) {
            if (interaction.id().isEmpty() || interaction.at() == null) {
                throw new BadRequestException("an interaction has no id or has no time");
            }
        }

        @Override
        public void appendAll(List<Interaction> many) {
            many.forEach(this::check);
            many.forEach(this::append);
        }

        @Override
        public synchronized void erase(String userId) {
            interactions.remove(userId);
            profiles.remove(userId);
        }

        @Override
        public void users(Consumer<String> consumer) {
            TreeSet<String> users = new TreeSet<>(interactions.keySet());
            users.addAll(profiles.keySet());
            users.forEach(consumer);
        }

        @Override
        public void close() {}
    }

    private static final class Inventing extends Behaved {
        @Override
        public Optional<UserProfile> profile(String userId) {
            return userId.equals("nobody") ? Optional.of(UserProfile.unknown(userId)) : super.profile(userId);
        }
    }

    private static final class OffByOne extends Behaved {
        @Override
        public synchronized List<Interaction> interactions(String userId, long version) {
            return super.interactions(userId, version == 57 ? 58 : version);
        }
    }

    private static final class BadRanges extends Behaved {
        @Override
        public List<Interaction> interactions(String userId, long from, long to) {
            return interactions(userId, to);
        }
    }

    private static final class Positive extends Behaved {
        @Override
        public synchronized long append(Interaction interaction) {
            long version = super.append(interaction);
            return interaction.id().equals("once") ? Math.abs(version) : version;
        }
    }

    private static final class Shuffling extends Behaved {
        @Override
        public void appendAll(List<Interaction> many) {
            List<Interaction> turned = new ArrayList<>(many);
            if (many.size() > 1000) {
                Collections.reverse(turned);
            }
            super.appendAll(turned);
        }
    }

    private static final class Descending extends Behaved {
        @Override
        public void users(Consumer<String> consumer) {
            List<String> users = new ArrayList<>();
            super.users(users::add);
            Collections.reverse(users);
            users.forEach(consumer);
        }
    }

    private static final class HalfErasing extends Behaved {
        @Override
        public synchronized void erase(String userId) {
            interactions.remove(userId);
        }
    }

    private static final class FirstProfile extends Behaved {
        @Override
        public void putProfile(UserProfile profile) {
            profiles.putIfAbsent(profile.userId(), profile);
        }
    }

    private static final class Trimming extends Behaved {
        @Override
        public synchronized List<Interaction> interactions(String userId, long version) {
            return super.interactions(userId.length() > 500 ? userId.substring(0, 500) : userId, version);
        }
    }

    private static final class Trusting extends Behaved {
        @Override
        void check(Interaction interaction) {}
    }

    private static final class Live extends Behaved {
        @Override
        public synchronized List<Interaction> interactions(String userId, long version) {
            return version == Long.MAX_VALUE
                    ? Collections.unmodifiableList(interactions.getOrDefault(userId, List.of()))
                    : super.interactions(userId, version);
        }
    }

    private static final class OneThread extends Behaved {
        private final Thread maker = Thread.currentThread();

        @Override
        public synchronized long append(Interaction interaction) {
            return Thread.currentThread() == maker ? super.append(interaction) : 1;
        }
    }

    private static final class Forgetful extends Behaved {
        @Override
        Behaved in(String directory) {
            return this;
        }
    }

    private static final class OnceClosed extends Behaved {
        private boolean closed;
        private boolean complained;

        @Override
        public void close() {
            if (closed && !complained) {
                complained = true;
                throw new IllegalStateException("closed already");
            }
            closed = true;
        }
    }

    @TestFactory
    Stream<DynamicTest> everySentenceFindsTheStoreThatBreaksIt() {
        return Suspects.<Supplier<Behaved>>of(Suspect.class, Behaved::new)
                .breaks("anUnknownUserHasNothing", Inventing::new)
                .breaks("interactionsComeBackInTheOrderOfRecordingAndByVersion", OffByOne::new)
                .breaks("whatLeadsFromOneVersionToAnotherCanBeReadAlone", BadRanges::new)
                .breaks("aRepeatedIdIsStoredOncePerUser", Positive::new)
                .breaks("appendingManyTwiceStoresThemOnceInTheirOrder", Shuffling::new)
                .breaks("usersComeOnceInAscendingOrder", Descending::new)
                .breaks("anErasedUserIsLikeOneNobodyKnowsAndTheOthersStay", HalfErasing::new)
                .breaks("theLastProfileThatWasPutComesBack", FirstProfile::new)
                .breaks("anyIdComesBackAsItWas", Trimming::new)
                .breaks("withoutIdOrTimeNothingIsStored", Trusting::new)
                .breaks("whatWasReadDoesNotChangeWithWhatIsAppendedLater", Live::new)
                .breaks("fourThreadsAtOnceLoseNothingAndGetEachVersionOnce", OneThread::new)
                .breaks("everythingIsThereInTheNextInstance", Forgetful::new)
                .breaks("closingTwiceIsNoTrouble", OnceClosed::new)
                .tests();
    }
}
