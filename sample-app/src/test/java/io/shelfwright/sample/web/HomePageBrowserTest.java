package io.shelfwright.sample.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

class HomePageBrowserTest {
    private static final String FIRST_CARD = ".shelf:first-of-type .card:first-child";

    private Demo demo;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        browser = Browser.open(1440, 900);
        demo = new Demo();
    }

    @AfterEach
    void stop() throws Exception {
        if (demo != null) {
            demo.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void coversLoadAndNothingIsBlockedOrBroken() throws Exception {
        demo.engine.title = "<script>document.title='broken'</script>";
        open("/?user=u-ida&seed=5");
        browser.until(() -> Boolean.TRUE.equals(
                browser.script("const i=document.querySelector('.art img'); return i.complete && i.naturalWidth > 0")));

        assertThat(browser.driver.getTitle()).isEqualTo("Home of Ida · Shelfwright");
        for (LogEntry entry : browser.driver.manage().logs().get(LogType.BROWSER)) {
            assertThat(entry.getLevel().intValue()).as(entry.getMessage()).isLessThan(Level.SEVERE.intValue());
        }
    }

    @Test
    void hidingTakesTheCardAwayWithoutAReloadAndUndoBringsItBack() throws Exception {
        open("/?user=u-ida&seed=5");
        String item = browser.find(FIRST_CARD).getDomAttribute("data-item");
        browser.script("window.same = true");
        browser.click(FIRST_CARD + " button[value=hide]");
        browser.until(() -> browser.all("[data-item='" + item + "']").isEmpty());
        assertThat(browser.find(".flash").getText()).contains("Hidden 'Northern Windows'.");
        assertThat(browser.script("return window.same")).isEqualTo(true);
        assertThat(demo.engine.all(InteractionType.HIDE))
                .extracting(Interaction::targetId)
                .containsExactly(item);

        browser.click(".flash button");
        browser.until(() -> !browser.all("[data-item='" + item + "']").isEmpty());
        assertThat(browser.find(FIRST_CARD).getDomAttribute("data-item")).isEqualTo(item);
        assertThat(browser.script("return window.same")).isEqualTo(true);
        assertThat(demo.engine.all(InteractionType.HIDE)).isEmpty();
    }

    @Test
    void lessLikeThisInThePanelTakesTheCardAwayAndClosesThePanel() throws Exception {
        open("/?user=u-ida&seed=5");
        browser.click(FIRST_CARD + " a.why");
        browser.until(() -> !browser.all("dialog[open] button[value=dislike]").isEmpty());
        browser.click("dialog button[value=dislike]");
        browser.until(() -> browser.all("dialog[open]").isEmpty());
        browser.until(() -> browser.all("[data-item='album:shortcuts/0']").isEmpty());
        assertThat(demo.engine.all(InteractionType.DISLIKE)).hasSize(1);
    }

    @Test
    void whyOpensBesideThePageAndEscapeClosesIt() throws Exception {
        open("/?user=u-ida&seed=5");
        browser.click(FIRST_CARD + " a.why");
        browser.until(() -> !browser.all("dialog[open] .why-panel").isEmpty());
        assertThat(browser.find("dialog .summary").getText()).contains("won its slot");
        assertThat(browser.all("dialog .bars rect.up")).isNotEmpty();

        browser.driver.switchTo().activeElement().sendKeys(Keys.ESCAPE);
        browser.until(() -> browser.all("dialog[open]").isEmpty());
        assertThat(browser.driver.getCurrentUrl()).endsWith("/?user=u-ida&seed=5");
    }

    @Test
    void onlyCardsThatWereReallySeenAreReportedAndEachOnce() throws Exception {
        open("/?user=u-ida&seed=5");
        browser.until(() -> !demo.engine.all(InteractionType.IMPRESSION).isEmpty());
        int seen = demo.engine.all(InteractionType.IMPRESSION).size();
        assertThat(demo.engine.all(InteractionType.IMPRESSION))
                .extracting(Interaction::shelfId)
                .contains("shortcuts")
                .doesNotContain("artists");

        browser.script("document.querySelectorAll('.shelf')[4].scrollIntoView({behavior: 'instant'})");
        browser.until(() -> demo.engine.all(InteractionType.IMPRESSION).stream()
                .anyMatch(impression -> impression.shelfId().equals("artists")));
        assertThat(demo.engine.all(InteractionType.IMPRESSION)).hasSizeGreaterThan(seen);
        assertThat(demo.engine.all(InteractionType.IMPRESSION))
                .extracting(Interaction::targetId)
                .doesNotHaveDuplicates();
    }

    @Test
    void moreShelvesAreAppended() throws Exception {
        open("/?user=u-ida&seed=5");
        browser.click(".more a");
        browser.until(() -> browser.all(".shelf").size() == 7);
        assertThat(browser.all(".more")).isEmpty();
        assertThat(browser.driver.getCurrentUrl()).endsWith("/?user=u-ida&seed=5");
    }

    @Test
    void aPhoneShowsThePageWithoutScrollingSideways() throws Exception {
        browser.driver.manage().window().setSize(new Dimension(500, 844));
        open("/?user=u-ida&seed=5");
        assertThat(browser.script("return document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void theKeyboardReachesTheShelvesAndItsFocusIsVisible() throws Exception {
        open("/?user=u-ida&seed=5");
        browser.find("body").sendKeys(Keys.TAB);
        assertThat(browser.script("return document.activeElement.className")).isEqualTo("skip");
        browser.script("document.querySelector('.card .play').focus({focusVisible: true})");
        assertThat(browser.script("return getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
    }

    private void open(String path) {
        browser.driver.get(demo.address(path));
    }
}
