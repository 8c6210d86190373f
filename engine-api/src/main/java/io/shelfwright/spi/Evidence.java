package io.shelfwright.spi;

import java.util.List;

/**
 * Why a generator proposed an item.
 *
 * @param code stable, such as {@code because-you-listened}
 * @param text for people, such as {@code Because you listened to Nina Simone}
 * @param sources ids of the items or artists it rests on; a card does not give as its reason what rests on something hidden
 */
public record Evidence(String code, String text, List<String> sources) {
    public Evidence {
        sources = List.copyOf(sources);
    }

    public static Evidence of(String code, String text) {
        return new Evidence(code, text, List.of());
    }
}
