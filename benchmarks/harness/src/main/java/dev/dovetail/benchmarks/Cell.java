package dev.dovetail.benchmarks;

import dev.dovetail.benchmarks.count.Traffic;
import dev.dovetail.benchmarks.data.ItemRow;
import dev.dovetail.benchmarks.data.NewItem;
import dev.dovetail.benchmarks.data.NewParent;
import dev.dovetail.benchmarks.data.Rows;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One workload, one contender, one database: a cell of the table. {@link #prepare} and {@link #verify} stand outside of
 * what is timed, {@link #run} is what is timed.
 */
public final class Cell implements AutoCloseable {

    /** On PostgreSQL a TRUNCATE makes all plans of the table anew, so it is not done before each run. */
    private static final int RUNS_BETWEEN_TIDYING = 20;

    /** pgjdbc prepares a statement on the server when it has been run five times. */
    private static final int RUNS_BEFORE_COUNTING = 8;

    /** A parent that is not to be deleted. */
    private static final long BYSTANDER = 0;

    private final Workload workload;
    private final int rows;
    private final Bed bed;
    private final ContenderProvider provider;
    private final List<NewParent> graph;
    private final List<NewItem> items;
    private Contender contender;
    private Contender.@Nullable Managed managed;
    private int runs;
    private int updates;
    private long next;

    /** Makes the database and the rows that the workload begins with. */
    public Cell(Workload workload, ContenderProvider provider, String database) {
        this(workload, provider, database, rows(workload));
    }

    /**
     * The same, with another number of rows: the parents that W1 and the items that W2 inserts, those that W3, W4 and W5
     * find, those that W8 keeps.
     */
    public Cell(Workload workload, ContenderProvider provider, String database, int rows) {
        this.workload = workload;
        this.provider = provider;
        this.rows = rows;
        try {
            bed = new Bed(database);
            graph = workload == Workload.W1 ? Rows.parents(rows, Workload.CHILDREN) : List.of();
            items = workload == Workload.W2 ? Rows.items(rows) : List.of();
            store();
            contender = provider.open(bed.place());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static int rows(Workload workload) {
        return switch (workload) {
            case W2 -> Workload.BULK_ROWS;
            case W8 -> Workload.CLEAN;
            case W3, W4, W4R, W4B, W5, W5B -> Workload.ITEMS;
            case W1 -> Workload.GRAPH_PARENTS;
            case W6, W6B, W7, W7B -> 0;
        };
    }

    private void store() throws SQLException {
        switch (workload) {
            case W3, W4, W4R, W4B, W5, W5B, W8 -> bed.storeItems(rows);
            case W6, W6B -> bed.storeGraph(Rows.parents(Workload.READ_PARENTS, Workload.CHILDREN));
            case W7, W7B -> bed.keepChildren(Workload.DELETED_CHILDREN);
            case W1, W2 -> {}
        }
    }

    /** Where the rows are. */
    public Place place() {
        return bed.place();
    }

    /** Makes ready for one run. Only workloads that write need it before each. */
    public void prepare() {
        try {
            boolean tidying = runs % RUNS_BETWEEN_TIDYING == 0;
            switch (workload) {
                case W1 -> {
                    if (tidying) {
                        bed.empty("child", "parent");
                    }
                }
                case W2 -> bed.empty("item");
                case W3 -> {
                    if (tidying && runs > 0) {
                        bed.tidy();
                    }
                }
                case W7 -> {
                    if (tidying) {
                        bed.empty("child", "parent");
                    }
                    bed.storeParent("parent", "child", ++next);
                }
                case W7B -> {
                    if (tidying) {
                        bed.empty("part", "owner");
                    }
                    bed.storeParent("owner", "part", ++next);
                }
                case W8 -> {
                    if (managed == null) {
                        managed = contender.manage(rows);
                    }
                }
                default -> {}
            }
            runs++;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The work itself. */
    public @Nullable Object run() {
        switch (workload) {
            case W1 -> contender.insertGraph(graph);
            case W2 -> contender.insertItems(items);
            case W3 -> {
                contender.updateItems(Math.min(rows, Workload.UPDATED));
                updates++;
            }
            case W4 -> {
                return contender.items();
            }
            case W4R -> {
                return contender.itemsReadOnly();
            }
            case W4B -> {
                return contender.itemRows();
            }
            case W5 -> {
                return contender.item(number());
            }
            case W5B -> {
                return contender.itemNamed(Rows.itemName(number()));
            }
            case W6 -> {
                return contender.parentsWithChildren();
            }
            case W6B -> {
                return contender.parentsThenChildren();
            }
            case W7 -> contender.deleteParent(next);
            case W7B -> contender.deleteOwner(next);
            case W8 -> managed().flush();
        }
        return null;
    }

    private Contender.Managed managed() {
        if (managed == null) {
            throw new IllegalStateException("prepare comes first");
        }
        return managed;
    }

    /** Another item each time, here and there in the table. */
    private int number() {
        next = (next + 7919) % rows;
        return (int) next + 1;
    }

    /** Does the work once more and looks whether it has been done: what was read, or what is in the tables. */
    public void verify() {
        try {
            runs = 0; // so that what is written goes into empty tables
            prepare();
            if (workload == Workload.W7) {
                bed.storeParent("parent", "child", BYSTANDER);
            } else if (workload == Workload.W7B) {
                bed.storeParent("owner", "part", BYSTANDER);
            }
            compare(run());
            runs = 0;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void compare(@Nullable Object result) throws SQLException {
        switch (workload) {
            case W1 -> {
                same(Rows.checksum(graph), bed.checksumOfGraph());
                same(rows, bed.number("SELECT count(*) FROM parent"));
                same((long) rows * Workload.CHILDREN, bed.number("SELECT count(*) FROM child"));
            }
            case W2 -> {
                long sum = 0;
                for (NewItem item : items) {
                    sum += new ItemRow(
                                    0,
                                    item.name(),
                                    item.quantity(),
                                    item.weight(),
                                    item.price(),
                                    item.active(),
                                    item.created(),
                                    item.note())
                            .checksum();
                }
                same(sum, bed.checksumOfItems(false));
            }
            case W3 -> {
                long sum = 0;
                for (int i = 1; i <= rows; i++) {
                    sum += Rows.checksum(i, i <= Workload.UPDATED ? updates : 0);
                }
                same(sum, bed.checksumOfItems(true));
            }
            case W4, W4R -> {
                List<?> found = (List<?>) read(result);
                long sum = 0;
                for (Object item : found) {
                    sum += contender.checksumOfItem(read(item));
                }
                same(rows, found.size());
                same(allItems(), sum);
            }
            case W4B -> {
                long sum = 0;
                for (Object item : (List<?>) read(result)) {
                    sum += ((ItemRow) read(item)).checksum();
                }
                same(allItems(), sum);
            }
            case W5, W5B -> same(Rows.checksum((int) next + 1, 0), contender.checksumOfItem(read(result)));
            case W6, W6B -> {
                List<?> found = (List<?>) read(result);
                long sum = 0;
                for (Object parent : found) {
                    sum += contender.checksumOfParent(read(parent));
                }
                same(Workload.READ_PARENTS, found.size());
                same(Rows.checksum(Rows.parents(Workload.READ_PARENTS, Workload.CHILDREN)), sum);
            }
            case W7 -> deleted("parent", "child");
            case W7B -> deleted("owner", "part");
            case W8 -> {
                same(allItems(), bed.checksumOfItems(true));
                managed().change(-7);
                managed().flush();
                managed().close();
                managed = null;
                same(1, bed.number("SELECT count(*) FROM item WHERE quantity = -7"));
                bed.restoreQuantity(-7, Rows.item(1).quantity());
                same(allItems(), bed.checksumOfItems(true));
            }
        }
    }

    private void deleted(String parent, String child) throws SQLException {
        same(BYSTANDER, bed.number("SELECT id FROM " + parent));
        same(Workload.DELETED_CHILDREN, bed.number("SELECT count(*) FROM " + child));
        same(0, bed.number("SELECT count(*) FROM " + child + " WHERE " + parent + "_id <> " + BYSTANDER));
    }

    private long allItems() {
        long sum = 0;
        for (int i = 1; i <= rows; i++) {
            sum += Rows.checksum(i, 0);
        }
        return sum;
    }

    private static Object read(@Nullable Object result) {
        if (result == null) {
            throw new IllegalStateException("nothing was read");
        }
        return result;
    }

    private void same(long expected, long found) {
        if (expected != found) {
            throw new IllegalStateException(contender.getClass().getSimpleName() + " did other work in "
                    + workload.label() + " on " + bed.place().database() + ": " + found + " instead of " + expected);
        }
    }

    /**
     * Counts what one run sends when nothing is new any more: by a contender of its own on the same rows, whose driver and
     * network are watched, so that nothing stands in the way of those that are timed.
     */
    public Traffic.Count count() {
        Contender timed = contender;
        Contender.Managed timedManaged = managed;
        managed = null;
        try (Traffic traffic = Traffic.of(bed.place().url());
                Contender counted = provider.open(new Place(bed.place().database(), traffic.url()))) {
            contender = counted;
            for (int i = 0; i < RUNS_BEFORE_COUNTING; i++) {
                prepare();
                run();
            }
            prepare();
            traffic.awaitSilence();
            run();
            Traffic.Count count = traffic.take();
            if (managed != null) {
                managed.close();
            }
            return count;
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            contender = timed;
            managed = timedManaged;
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException(e);
    }

    @Override
    public void close() {
        if (managed != null) {
            managed.close();
        }
        contender.close();
        try {
            bed.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
