package dev.dovetail.benchmarks.data;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Makes the rows: always the same ones for the same numbers. */
public final class Rows {

    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 1, 0, 0);

    private Rows() {}

    /** Items 1 to {@code count}. */
    public static List<NewItem> items(int count) {
        List<NewItem> items = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            items.add(item(i));
        }
        return items;
    }

    /** One item. */
    public static NewItem item(int i) {
        return new NewItem(
                itemName(i),
                i % 1000,
                i * 1_000_003L,
                i % 977 * 0.25,
                i % 3 == 0,
                START.plusSeconds(i * 37L),
                i % 3 == 1 ? "note on item " + i : null);
    }

    /** The name of an item, by which W5b looks for it. */
    public static String itemName(int i) {
        return "item number " + i;
    }

    /** The checksum of an item that has the number as its key. */
    public static long checksum(int i, int moreQuantity) {
        NewItem item = item(i);
        return Checksum.item(
                i,
                item.name(),
                item.quantity() + moreQuantity,
                item.weight(),
                item.price(),
                item.active(),
                item.created(),
                item.note());
    }

    /** Parents with children. */
    public static List<NewParent> parents(int parents, int children) {
        List<NewParent> graph = new ArrayList<>(parents);
        for (int i = 1; i <= parents; i++) {
            List<NewChild> of = new ArrayList<>(children);
            for (int j = 1; j <= children; j++) {
                of.add(new NewChild(
                        "child " + j + " of " + i, i + j, BigDecimal.valueOf(i * 1000L + j, 2), j % 2 == 0));
            }
            graph.add(new NewParent("parent number " + i, START.plusMinutes(i), of));
        }
        return graph;
    }

    /** The checksum of parents and all their children. */
    public static long checksum(List<NewParent> graph) {
        long sum = 0;
        for (NewParent parent : graph) {
            sum += Checksum.parent(parent.name(), parent.created());
            for (NewChild child : parent.children()) {
                sum += Checksum.child(parent.name(), child.name(), child.quantity(), child.price(), child.active());
            }
        }
        return sum;
    }
}
