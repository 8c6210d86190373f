package io.shelfwright.testkit;

import io.shelfwright.spi.ExplorationPolicy;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.UserState;

/** Cards that are feasible in an explored slot, stated by their log utilities; the best one is the first of the largest. */
public final class TestFeasible implements ExplorationPolicy.Feasible {
    private final UserState user;
    private final double[] logUtilities;
    private final double[] uncertainties;
    private final int best;

    private TestFeasible(UserState user, double[] logUtilities, double[] uncertainties, int best) {
        this.user = user;
        this.logUtilities = logUtilities;
        this.uncertainties = uncertainties;
        this.best = best;
    }

    /** Returns cards of which nothing is uncertain, for a user who did nothing. */
    public static TestFeasible of(double... logUtilities) {
        int best = 0;
        for (int card = 1; card < logUtilities.length; card++) {
            if (logUtilities[card] > logUtilities[best]) {
                best = card;
            }
        }
        UserState nobody = TestUser.of("u").build(TestCatalog.builder().build());
        return new TestFeasible(nobody, logUtilities.clone(), new double[logUtilities.length], best);
    }

    public TestFeasible withUncertainties(double... values) {
        return new TestFeasible(user, logUtilities, values.clone(), best);
    }

    public TestFeasible withBest(int card) {
        return new TestFeasible(user, logUtilities, uncertainties, card);
    }

    public TestFeasible withUser(UserState value) {
        return new TestFeasible(value, logUtilities, uncertainties, best);
    }

    @Override
    public int size() {
        return logUtilities.length;
    }

    @Override
    public double logUtility(int card) {
        return logUtilities[card];
    }

    @Override
    public double relativeUncertainty(int card) {
        return uncertainties[card];
    }

    @Override
    public int best() {
        return best;
    }

    @Override
    public UserState user() {
        return user;
    }

    @Override
    public RequestContext context() {
        return TestRequests.context(user);
    }
}
