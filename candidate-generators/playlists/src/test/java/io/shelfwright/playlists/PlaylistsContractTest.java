package io.shelfwright.playlists;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.testkit.CandidateGeneratorContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Every choice of kinds keeps the contract of generators. */
class PlaylistsContractTest {

    private static CandidateGenerator generator(InstanceContext context, String... kinds) {
        return new PlaylistsGenerator(PlaylistsGeneratorTest.settings(List.of(kinds)), context.catalog());
    }

    @Nested
    class PlaylistsContract extends CandidateGeneratorContract {
        @Override
        protected CandidateGenerator generator(InstanceContext context) {
            return PlaylistsContractTest.generator(context, "playlist");
        }
    }

    @Nested
    class AlbumsAndArtistsContract extends CandidateGeneratorContract {
        @Override
        protected CandidateGenerator generator(InstanceContext context) {
            return PlaylistsContractTest.generator(context, "artist", "album");
        }
    }

    @Nested
    class AllKindsContract extends CandidateGeneratorContract {
        @Override
        protected CandidateGenerator generator(InstanceContext context) {
            return PlaylistsContractTest.generator(context);
        }
    }
}
