package io.shelfwright.sample.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.api.TargetType;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoServerTest {
    private static final String ITEM = "playlist:shortcuts/1";
    private static final String HOSTILE = "<script>alert(1)</script>\"'&";

    private Demo demo;

    @BeforeEach
    void start() {
        demo = new Demo();
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @Test
    void theHomePageShowsShelvesReasonsFactsAndThatTheWorldIsSynthetic() throws Exception {
        HttpResponse<String> home = demo.get("/?user=u-ida&seed=7&device=phone&market=se");

        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(home.body())
                .contains("Jump back in", "What you play around this time of day", "夜の電車", Demo.NOTE)
                .contains("v000007", "c0ffee12", "gbdt", "ranking", "<h1>Ida</h1>");
        assertThat(demo.engine.requests.get(0).seed()).hasValue(7);
        assertThat(demo.engine.requests.get(0).device()).isEqualTo("phone");
        assertThat(demo.engine.requests.get(0).market()).isEqualTo("SE");
    }

    @Test
    void everyAnswerForbidsInlineScriptsAndFraming() throws Exception {
        String policy =
                demo.get("/").headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(policy).contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
        assertThat(policy).doesNotContain("unsafe");
        assertThat(demo.get("/").body()).doesNotContain(" style=", "onclick", "<script>");
    }

    @Test
    void aHostileTitleIsOnlyEverText() throws Exception {
        demo.engine.title = HOSTILE;
        String item = "album:because/0";
        HttpResponse<String> home = demo.get("/?user=u-ida&seed=1");
        HttpResponse<String> why = demo.get("/why?user=u-ida&seed=1&item=" + Demo.encoded(item));
        HttpResponse<String> done = demo.follow(demo.post(
                "/feedback",
                "user",
                "u-ida",
                "seed",
                "1",
                "type",
                "like",
                "item",
                item,
                "shelf",
                "because",
                "request",
                request(home)));

        for (HttpResponse<String> page : List.of(home, why, done)) {
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
        }
    }

    @Test
    void aHiddenCardLeavesThePageAndUndoBringsTheSamePageBack() throws Exception {
        HttpResponse<String> before = demo.get("/?user=u-ida&seed=5");
        HttpResponse<String> hidden = demo.post(
                "/feedback",
                "user",
                "u-ida",
                "seed",
                "5",
                "type",
                "hide",
                "item",
                ITEM,
                "shelf",
                "shortcuts",
                "request",
                request(before));
        assertThat(hidden.statusCode()).isEqualTo(303);
        HttpResponse<String> after = demo.follow(hidden);
        assertThat(after.body()).contains("Hidden 'Paper Lanterns'.", "Undo").doesNotContain(ITEM);

        HttpResponse<String> undone = demo.post(
                "/undo",
                "user",
                "u-ida",
                "seed",
                "5",
                "label",
                "Paper Lanterns",
                "interaction",
                field(after.body(), "interaction"));
        HttpResponse<String> restored = demo.follow(undone);

        assertThat(restored.body()).contains(ITEM, "Taken back for 'Paper Lanterns'");
        assertThat(demo.get("/?user=u-ida&seed=5").body()).isEqualTo(before.body());
        assertThat(demo.engine.recorded).isEmpty();
    }

    @Test
    void aWordAboutWhatWasDoneIsSaidOnceAndOnlyToWhoDidIt() throws Exception {
        String address = demo.post("/feedback", "user", "u-ida", "type", "save", "item", ITEM)
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(demo.get(address.replace("u-ida", "u-omar")).body()).doesNotContain("Saved");
        assertThat(demo.get(address).body()).contains("Saved");
        assertThat(demo.get(address).body()).doesNotContain("Saved");
    }

    @Test
    void playingIsOnePlayFromThatPageAndShelf() throws Exception {
        String request = request(demo.get("/?user=u-ida&seed=5"));
        demo.post(
                "/feedback",
                "user",
                "u-ida",
                "type",
                "play",
                "item",
                "album:shortcuts/3",
                "shelf",
                "shortcuts",
                "request",
                request);

        assertThat(demo.engine.all(InteractionType.PLAY)).singleElement().satisfies(play -> {
            assertThat(play.amount()).isEqualTo(1);
            assertThat(play.requestId()).isEqualTo(request);
            assertThat(play.shelfId()).isEqualTo("shortcuts");
            assertThat(play.explored()).isTrue();
            assertThat(play.at()).isEqualTo(FakePages.NOW);
        });
    }

    @Test
    void aWholeShelfCanBeHidden() throws Exception {
        String request = request(demo.get("/?user=u-ida&seed=5"));
        HttpResponse<String> after = demo.follow(demo.post(
                "/feedback", "user", "u-ida", "seed", "5", "type", "hide", "shelf", "artists", "request", request));

        assertThat(after.body()).contains("Hidden 'Artists near you'.").doesNotContain("<h2>Artists near you");
        assertThat(demo.engine.all(InteractionType.HIDE).get(0).targetType()).isEqualTo(TargetType.SHELF);
    }

    @Test
    void cardsReallySeenAreRecordedOncePerPageAndOnlyIfTheyWereOnIt() throws Exception {
        String request = request(demo.get("/?user=u-ida&seed=5"));
        String[] form = {"user", "u-ida", "request", request, "item", ITEM, "item", ITEM, "item", "not-on-it"};

        assertThat(demo.post("/seen", form).statusCode()).isEqualTo(204);
        assertThat(demo.post("/seen", form).statusCode()).isEqualTo(204);
        assertThat(demo.engine.all(InteractionType.IMPRESSION)).hasSize(1);
        assertThat(demo.post("/seen", "user", "u-ida", "request", "unknown", "item", ITEM)
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void whyShowsOutcomeEvidenceTermsAndTheSlotThatWasLost() throws Exception {
        String request = request(demo.get("/?user=u-ida&seed=5"));
        String address = "/why?user=u-ida&seed=5&request=" + request + "&item=" + Demo.encoded(ITEM);

        assertThat(demo.get(address).body())
                .contains("<html", "On the page", "won its slot", "Near the artists you play most", "affinity-0")
                .contains("6 smaller ones", "seen 2 times in 7 days", "lost row 4, column 2", "−∞");
        assertThat(demo.get(address + "&part=1").body())
                .contains("won its slot")
                .doesNotContain("<html");
        assertThat(demo.get("/why?user=u-ida&item=nothing").body())
                .contains("Not in the catalog", "no longer remembered");
    }

    @Test
    void moreContinuesAsAPageOrAsAPart() throws Exception {
        String address = "/more?user=u-ida&seed=5&cursor=" + FakePages.SECOND_PAGE;

        assertThat(demo.get("/?user=u-ida&seed=5").body()).contains("cursor=" + FakePages.SECOND_PAGE);
        assertThat(demo.get(address).body())
                .contains("<html", "Rediscover")
                .doesNotContain("Jump back in", "More shelves");
        assertThat(demo.get(address + "&part=1").body()).contains("Rediscover").doesNotContain("<html");
    }

    @Test
    void badInputIsAnsweredInWordsAndWithoutAStackTrace() throws Exception {
        for (String path : List.of(
                "/more?user=u-ida&cursor=broken",
                "/more?user=u-ida",
                "/?user=u-ida&seed=abc",
                "/?market=Sweden",
                "/?user=%00&newcomer=1",
                "/?newcomer=1&user=" + "x".repeat(513),
                "/why?user=u-ida")) {
            HttpResponse<String> answer = demo.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body())
                    .as(path)
                    .contains("That did not work", "To the home page")
                    .doesNotContain("\tat ", "Exception");
        }
        assertThat(demo.get("/more?user=u-ida&cursor=broken").body())
                .contains("the cursor is not one that a page gave out");
        assertThat(demo.post("/feedback", "user", "u-ida", "type", "explode", "item", "x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(demo.post("/undo", "user", "u-ida", "interaction", "never").statusCode())
                .isEqualTo(400);
        assertThat(demo.post("/feedback", "user", "x".repeat(600_000)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void anUnknownAddressIsAFriendly404() throws Exception {
        for (String path : List.of("/nowhere", "/static/nothing.css", "/static/..%2fhome.css", "/covers/x.png")) {
            assertThat(demo.get(path).statusCode()).as(path).isBetween(400, 404);
        }
        assertThat(demo.get("/nowhere").body()).contains("There is nothing here");
        assertThat(demo.get("/feedback").statusCode()).isEqualTo(405);
    }

    @Test
    void failuresOfTheEngineSayWhatTheyMayAndNoMore() throws Exception {
        demo.engine.failure = new SnapshotException("snapshot v000007 is damaged; publish it again");
        assertThat(demo.get("/").statusCode()).isEqualTo(503);
        assertThat(demo.get("/").body()).contains("snapshot v000007 is damaged");

        demo.engine.failure = new IllegalStateException("secret detail");
        assertThat(demo.get("/").statusCode()).isEqualTo(500);
        assertThat(demo.get("/").body()).contains("Something went wrong").doesNotContain("secret");
        assertThat(demo.get("/api/home").body()).startsWith("{\"error\":");
    }

    @Test
    void theLongestIdsOfAnyScriptWork() throws Exception {
        String user = "語".repeat(512);
        HttpResponse<String> home = demo.get("/?newcomer=1&seed=1&user=" + Demo.encoded(user));
        assertThat(home.statusCode()).isEqualTo(200);

        HttpResponse<String> done =
                demo.post("/feedback", "user", user, "newcomer", "1", "type", "hide", "item", "曲".repeat(512));
        assertThat(demo.follow(done).statusCode()).isEqualTo(200);
        assertThat(demo.get("/why?newcomer=1&user=" + Demo.encoded(user) + "&item=" + Demo.encoded("曲".repeat(512)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anUnknownListenerGetsSuggestionsAndMayBeLookedAtAsANewcomer() throws Exception {
        HttpResponse<String> answer = demo.get("/?user=JAZZ");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("Listeners that match", "user=u-ida", "user=JAZZ&amp;newcomer=1")
                .doesNotContain("user=u-omar");
        assertThat(demo.get("/?user=zither").body()).contains("There is no listener", "None of the 42 listeners");
        assertThat(demo.get("/?user=JAZZ&newcomer=1").body()).contains("Jump back in", "a newcomer");
    }

    @Test
    void emptyStatesSaySo() throws Exception {
        demo.engine.empty = true;
        assertThat(demo.get("/").body()).contains("No shelves this time");
        try (Demo nobody = new Demo(List.of())) {
            assertThat(nobody.get("/").statusCode()).isEqualTo(200);
            assertThat(nobody.get("/").body()).contains("Nobody is here yet");
        }
    }

    @Test
    void degradationsAreShownWithTheirDetails() throws Exception {
        assertThat(demo.get("/").body()).doesNotContain("less than it should be");
        demo.engine.degraded = true;
        assertThat(demo.get("/").body())
                .contains("less than it should be", "recall / podcasts: late", "no answer within 80 ms");
    }

    @Test
    void refreshIsAnotherSeed() throws Exception {
        Matcher link = Pattern.compile("class=\"refresh\" href=\"/\\?user=u-ida&amp;seed=(\\d+)\"")
                .matcher(demo.get("/?user=u-ida&seed=5").body());
        assertThat(link.find()).isTrue();
        assertThat(link.group(1)).isNotEqualTo("5");
    }

    @Test
    void changesFromOtherSitesAreRefused() throws Exception {
        String[] form = {"user", "u-ida", "type", "hide", "item", ITEM};
        assertThat(demo.send(demo.request("/feedback", form)
                                .header("Origin", "https://evil.example")
                                .build())
                        .statusCode())
                .isEqualTo(403);
        assertThat(demo.send(demo.request("/feedback", form)
                                .header("Sec-Fetch-Site", "cross-site")
                                .build())
                        .statusCode())
                .isEqualTo(403);
        assertThat(demo.send(demo.request("/feedback", form)
                                .header("Origin", "null")
                                .build())
                        .statusCode())
                .isEqualTo(403);
        assertThat(demo.engine.recorded).isEmpty();
        assertThat(demo.send(demo.request("/feedback", form)
                                .header("Origin", demo.address(""))
                                .build())
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void theApiGivesThePageAsJsonAndHealthSaysTheSnapshot() throws Exception {
        HttpResponse<String> json = demo.get("/api/home?user=u-ida&seed=5");
        assertThat(json.headers().firstValue("Content-Type")).hasValue("application/json;charset=utf-8");
        assertThat(json.body()).startsWith("{\"requestId\":").contains("\"seed\":5");
        assertThat(demo.get("/healthz").body()).contains("\"up\"", "v000007");
    }

    @Test
    void aTakenPortIsOneClearError() {
        assertThatThrownBy(() -> new DemoServer(
                        demo.engine, DemoListeners.of(List.of()), InstantSource.system(), "", demo.server.port()))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("is the port taken?");
    }

    private static String request(HttpResponse<String> home) {
        return field(home.body(), "request");
    }

    private static String field(String html, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(html);
        assertThat(field.find()).as("field " + name).isTrue();
        return field.group(1);
    }
}
