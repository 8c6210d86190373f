package io.shelfwright.testkit;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.TargetType;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.UserState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds a user's state from what the user did, step by step.
 *
 * <p>Interactions get the ids {@code i-1}, {@code i-2}, ... in the order in which they are added, and their times are
 * given; a play without a time was a day before {@link TestRequests#AT}. Not thread-safe.
 */
public final class TestUser {
    private UserProfile profile;
    private final List<Interaction> interactions = new ArrayList<>();
    private @Nullable List<String> lastSession;

    private TestUser(UserProfile profile) {
        this.profile = profile;
    }

    /** Returns a builder of a user of whom nothing is known. */
    public static TestUser of(String userId) {
        return new TestUser(UserProfile.unknown(userId));
    }

    public static TestUser of(UserProfile profile) {
        return new TestUser(profile);
    }

    public TestUser market(String value) {
        profile = profile.withMarket(value);
        return this;
    }

    public TestUser language(String value) {
        profile = new UserProfile(
                profile.userId(),
                profile.market(),
                value,
                profile.age(),
                profile.explicitAllowed(),
                profile.tier(),
                profile.joinedAt());
        return this;
    }

    public TestUser age(int value) {
        profile = new UserProfile(
                profile.userId(),
                profile.market(),
                profile.language(),
                value,
                profile.explicitAllowed(),
                profile.tier(),
                profile.joinedAt());
        return this;
    }

    public TestUser explicitAllowed(boolean value) {
        profile = new UserProfile(
                profile.userId(),
                profile.market(),
                profile.language(),
                profile.age(),
                value,
                profile.tier(),
                profile.joinedAt());
        return this;
    }

    public TestUser joinedAt(@Nullable Instant value) {
        profile = new UserProfile(
                profile.userId(),
                profile.market(),
                profile.language(),
                profile.age(),
                profile.explicitAllowed(),
                profile.tier(),
                value);
        return this;
    }

    public TestUser play(String itemId) {
        return plays(itemId, 1, TestRequests.daysAgo(1));
    }

    public TestUser play(String itemId, Instant at) {
        return plays(itemId, 1, at);
    }

    /** Adds plays of an item at one time. */
    public TestUser plays(String itemId, double amount, Instant at) {
        return item(InteractionType.PLAY, itemId, amount, at);
    }

    /** Adds a play to the end; it counts as a play too. */
    public TestUser complete(String itemId, Instant at) {
        return item(InteractionType.COMPLETE, itemId, 1, at);
    }

    public TestUser skip(String itemId, Instant at) {
        return item(InteractionType.SKIP, itemId, 1, at);
    }

    public TestUser save(String itemId, Instant at) {
        return item(InteractionType.SAVE, itemId, 1, at);
    }

    public TestUser like(String itemId, Instant at) {
        return item(InteractionType.LIKE, itemId, 1, at);
    }

    public TestUser follow(TargetType type, String targetId, Instant at) {
        return target(InteractionType.FOLLOW, type, targetId, at);
    }

    public TestUser hide(TargetType type, String targetId, Instant at) {
        return target(InteractionType.HIDE, type, targetId, at);
    }

    public TestUser dislike(TargetType type, String targetId, Instant at) {
        return target(InteractionType.DISLIKE, type, targetId, at);
    }

    /** Adds viewed impressions of an item on a shelf. */
    public TestUser impressions(String itemId, String shelfId, double amount, Instant at) {
        return add(Interaction.of(profile.userId(), InteractionType.IMPRESSION, itemId)
                .from("r-0", shelfId)
                .withAmount(amount)
                .at(at));
    }

    /** Adds a viewed impression of a card that was drawn for exploration. */
    public TestUser exploredImpression(String itemId, String shelfId, Instant at) {
        return add(Interaction.of(profile.userId(), InteractionType.IMPRESSION, itemId)
                .from("r-0", shelfId)
                .explored(true)
                .at(at));
    }

    /** Takes back an earlier interaction, as if it had never been. */
    public TestUser undo(String interactionId) {
        return add(new Interaction(
                "",
                profile.userId(),
                InteractionType.UNDO,
                TargetType.ITEM,
                interactionId,
                TestRequests.AT,
                1,
                "",
                "",
                interactionId,
                false));
    }

    /** Adds any interaction; where it has no id or time, it gets one. */
    public TestUser add(Interaction interaction) {
        Interaction timed = interaction.at() == null ? interaction.at(TestRequests.daysAgo(1)) : interaction;
        interactions.add(timed.id().isEmpty() ? timed.withId("i-" + (interactions.size() + 1)) : timed);
        return this;
    }

    /** States the last session, latest first, in place of the one that the plays make. */
    public TestUser lastSession(String... itemIds) {
        lastSession = List.of(itemIds);
        return this;
    }

    /** Returns what was added so far. */
    public List<Interaction> interactions() {
        return List.copyOf(interactions);
    }

    public UserProfile profile() {
        return profile;
    }

    /** Returns the state after everything added so far; plays of items that the catalog lacks have no share. */
    public UserState build(Catalog catalog) {
        return new TestUserState(profile, interactions, catalog, lastSession);
    }

    private TestUser item(InteractionType type, String itemId, double amount, Instant at) {
        return add(Interaction.of(profile.userId(), type, itemId)
                .withAmount(amount)
                .at(at));
    }

    private TestUser target(InteractionType type, TargetType targetType, String targetId, Instant at) {
        return add(new Interaction("", profile.userId(), type, targetType, targetId, at, 1, "", "", "", false));
    }
}
