package io.shelfwright.spi;

import java.util.List;

/**
 * What a generator is asked.
 *
 * @param context circumstances of the request
 * @param user what is known of the user
 * @param shelves shelves to propose for; never empty when proposing
 * @param limit most proposals per shelf that will be read
 */
public record RecallRequest(RequestContext context, UserState user, List<ShelfSpec> shelves, int limit) {
    public RecallRequest {
        shelves = List.copyOf(shelves);
    }
}
