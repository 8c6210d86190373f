package io.shelfwright.testkit;

import java.util.function.UnaryOperator;

/** A fact that may be unknown, with two ways in which it may be known. */
enum UnknownFact {
    RELEASE_DATE(world -> world.releasedDaysAgo(2), world -> world.releasedDaysAgo(200), w -> w.releasedDaysAgo(null)),
    ITEM_LANGUAGE(
            world -> world.candidate(item -> item.language("sv")),
            world -> world.candidate(item -> item.language("fi")),
            world -> world.candidate(item -> item.language(""))),
    PUBLISHER(
            world -> world.candidate(item -> item.publisher("label-1")),
            world -> world.candidate(item -> item.publisher("label-9")),
            world -> world.candidate(item -> item.publisher(""))),
    BASE_POPULARITY(
            world -> world.candidate(item -> item.basePopularity(0.1)),
            world -> world.candidate(item -> item.basePopularity(0.9)),
            world -> world.candidate(item -> item.basePopularity(Double.NaN))),
    MINIMUM_AGE(
            world -> world.candidate(item -> item.minimumAge(0)),
            world -> world.candidate(item -> item.minimumAge(18)),
            world -> world.candidate(item -> item.minimumAge(-1))),
    AGE(world -> world.age(15), world -> world.age(60), world -> world.age(-1)),
    USER_LANGUAGE(world -> world.language("sv"), world -> world.language("fi"), world -> world.language("")),
    JOINED(world -> world.joinedDaysAgo(2), world -> world.joinedDaysAgo(900), world -> world.joinedDaysAgo(null));

    private final UnaryOperator<FactWorld> oneWay;
    private final UnaryOperator<FactWorld> otherWay;
    private final UnaryOperator<FactWorld> unknown;

    UnknownFact(UnaryOperator<FactWorld> oneWay, UnaryOperator<FactWorld> otherWay, UnaryOperator<FactWorld> unknown) {
        this.oneWay = oneWay;
        this.otherWay = otherWay;
        this.unknown = unknown;
    }

    FactWorld oneWay() {
        return oneWay.apply(new FactWorld(TestRequests.AT));
    }

    FactWorld otherWay() {
        return otherWay.apply(new FactWorld(TestRequests.AT));
    }

    FactWorld unknown() {
        return unknown.apply(new FactWorld(TestRequests.AT));
    }
}
