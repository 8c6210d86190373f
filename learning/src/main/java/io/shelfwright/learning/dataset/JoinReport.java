package io.shelfwright.learning.dataset;

import io.shelfwright.learning.report.ReportSection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where every page and interaction of the log went.
 *
 * @param interactions all that the log holds, repeated ones included
 * @param duplicates repeated ones, by user and id
 * @param undone taken back later, and the undoing ones
 * @param unattached not about a card of a page
 * @param orphaned naming a page or card that the log does not hold
 * @param early before their page was served: clocks disagree
 * @param late after the attribution window
 * @param attributed the rest: joined to their card, impressions included
 * @param pages all that the log holds
 * @param repeatedPages repeated ones, by user, request and cursor
 * @param pagesWithImpressions pages of which it is known which cards were seen
 * @param cards cards to learn from
 * @param unseenCards cards that were not seen, and so say nothing
 * @param reactionsToUnseen reactions to such cards: their impression was lost
 * @param truncatedFiles files whose last block was cut off
 */
public record JoinReport(
        long interactions,
        long duplicates,
        long undone,
        long unattached,
        long orphaned,
        long early,
        long late,
        long attributed,
        long pages,
        long repeatedPages,
        long pagesWithImpressions,
        long cards,
        long unseenCards,
        long reactionsToUnseen,
        long truncatedFiles) {

    /** Returns the report of a tally that {@link UserJoin} kept. */
    public static JoinReport of(Tally tally) {
        long attributed = tally.get("attributed");
        return new JoinReport(
                tally.get("interactions"),
                tally.get("duplicates"),
                tally.get("undone"),
                tally.get("unattached"),
                tally.get("kept") - tally.get("early") - tally.get("late") - attributed,
                tally.get("early"),
                tally.get("late"),
                attributed,
                tally.get("pages"),
                tally.get("repeatedPages"),
                tally.get("pagesWithImpressions"),
                tally.get("cards"),
                tally.get("unseenCards"),
                tally.get("reactionsToUnseen"),
                tally.get("truncatedFiles"));
    }

    /** Returns the findings. */
    public ReportSection section() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("interactions", interactions);
        facts.put("duplicates", duplicates);
        facts.put("undone", undone);
        facts.put("unattached", unattached);
        facts.put("orphaned", orphaned);
        facts.put("early", early);
        facts.put("late", late);
        facts.put("attributed", attributed);
        facts.put("pages", pages);
        facts.put("repeatedPages", repeatedPages);
        facts.put("pagesWithImpressions", pagesWithImpressions);
        facts.put("cards", cards);
        facts.put("unseenCards", unseenCards);
        facts.put("reactionsToUnseen", reactionsToUnseen);
        facts.put("truncatedFiles", truncatedFiles);
        return new ReportSection("join", facts);
    }
}
