package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.schema.Constraint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Puts rows into an order in which each comes after those that it waits for; otherwise they stay as they stand. Where rows
 * wait for each other in a circle, a row goes early whose waits in the circle can be given up. Takes time in proportion to
 * rows and waits (a heap aside).
 */
final class RowOrder {

    /** Whether a row need not wait after all. */
    enum Cut {
        /** It must. */
        NEVER,
        /** It need not, at the price of another statement. */
        POSSIBLE,
        /** It should; if nothing else helps, the database may say no. */
        LAST_RESORT
    }

    /**
     * One row waits for another.
     *
     * @param row the row that waits
     * @param target the row that goes first
     * @param constraint why
     * @param columns the positions of the constraint's columns in the row that a cut concerns
     * @param cut whether it can be given up
     */
    record Wait(RowChange row, RowChange target, Constraint constraint, int[] columns, Cut cut) {}

    private final List<RowChange> rows;
    private final boolean levels;
    private final Map<RowChange, Integer> positions = new HashMap<>();
    private final List<List<Wait>> waits = new ArrayList<>();
    private final List<List<Wait>> blocks = new ArrayList<>();
    private final List<Wait> cuts = new ArrayList<>();

    private final int[] open;
    private final boolean[] done;
    private final PriorityQueue<Integer> ready = new PriorityQueue<>();
    private final List<RowChange> sorted;

    /** The circle that each row is in, once a circle was met; rows that are alone have one of their own. */
    private int[] circles = new int[0];

    private int[] circleSizes = new int[0];
    /** For each row, the waits that cannot be cut. */
    private int[] firm = new int[0];

    private final PriorityQueue<Integer> candidates = new PriorityQueue<>();

    /**
     * An order for some rows.
     *
     * @param rows the rows as they stand
     * @param levels whether all rows that wait for nothing go before those that wait for them, so that as many as possible
     *     of one kind are next to each other; otherwise a row goes as early as it can
     */
    RowOrder(List<RowChange> rows, boolean levels) {
        this.rows = rows;
        this.levels = levels;
        this.sorted = new ArrayList<>(rows.size());
        this.open = new int[rows.size()];
        this.done = new boolean[rows.size()];
        for (RowChange row : rows) {
            positions.put(row, positions.size());
            waits.add(new ArrayList<>(2));
            blocks.add(new ArrayList<>(2));
        }
    }

    void add(Wait wait) {
        waits.get(position(wait.row())).add(wait);
        blocks.get(position(wait.target())).add(wait);
        open[position(wait.row())]++;
    }

    int position(RowChange row) {
        return positions.getOrDefault(row, -1);
    }

    /** {@return the waits that were given up} */
    List<Wait> cuts() {
        return cuts;
    }

    /** {@return the rows in order; fewer than all if a circle cannot be cut, see {@link #stuck}} */
    List<RowChange> sort() {
        for (int i = 0; i < open.length; i++) {
            if (open[i] == 0) {
                ready.add(i);
            }
        }
        do {
            while (!ready.isEmpty()) {
                List<Integer> next = new ArrayList<>();
                do {
                    next.add(ready.remove());
                } while (levels && !ready.isEmpty());
                next.forEach(this::take);
            }
        } while (sorted.size() < rows.size() && cutCircle());
        return sorted;
    }

    /** {@return the rows of a circle that cannot be cut, in order} */
    List<RowChange> stuck() {
        return rows.stream()
                .filter(row -> !done[position(row)] && inCircle(position(row)))
                .filter(row -> waits.get(position(row)).stream().allMatch(wait -> settled(wait) || within(wait)))
                .toList();
    }

    private void take(int row) {
        done[row] = true;
        sorted.add(rows.get(row));
        for (Wait wait : blocks.get(row)) {
            int waiting = position(wait.row());
            if (!done[waiting] && open[waiting] > 0) {
                open[waiting]--;
                if (circles.length > 0 && firm(wait)) {
                    firm[waiting]--;
                }
                enlist(waiting);
            }
        }
    }

    private void enlist(int row) {
        if (open[row] == 0) {
            ready.add(row);
        } else if (circles.length > 0 && firm[row] == 0 && inCircle(row)) {
            candidates.add(row);
        }
    }

    private boolean cutCircle() {
        if (circles.length == 0) {
            findCircles();
        }
        while (!candidates.isEmpty()) {
            int row = candidates.poll();
            if (!done[row] && open[row] > 0) {
                cut(row);
                return true;
            }
        }
        for (int row = 0; row < done.length; row++) {
            if (!done[row]
                    && inCircle(row)
                    && waits.get(row).stream()
                            .allMatch(wait -> settled(wait) || within(wait) && wait.cut() != Cut.NEVER)) {
                cut(row);
                return true;
            }
        }
        return false;
    }

    private void cut(int row) {
        waits.get(row).stream().filter(wait -> !settled(wait)).forEach(cuts::add);
        open[row] = 0;
        ready.add(row);
    }

    private boolean settled(Wait wait) {
        return done[position(wait.target())];
    }

    private boolean within(Wait wait) {
        return circles[position(wait.row())] == circles[position(wait.target())];
    }

    private boolean firm(Wait wait) {
        return wait.cut() != Cut.POSSIBLE || !within(wait);
    }

    private boolean inCircle(int row) {
        return circleSizes[circles[row]] > 1
                || waits.get(row).stream().anyMatch(wait -> position(wait.target()) == row);
    }

    /** The strongly connected components of the rows that are left, after Tarjan, without recursion. */
    private void findCircles() {
        int size = rows.size();
        circles = new int[size];
        circleSizes = new int[size];
        firm = new int[size];
        int[] index = new int[size];
        int[] low = new int[size];
        int[] next = new int[size];
        Arrays.fill(circles, -1);
        Deque<Integer> path = new ArrayDeque<>();
        Deque<Integer> stack = new ArrayDeque<>();
        int count = 0;
        int found = 0;
        for (int start = 0; start < size; start++) {
            if (done[start] || index[start] > 0) {
                continue;
            }
            path.push(start);
            while (!path.isEmpty()) {
                int row = path.element();
                if (next[row] == 0 && index[row] == 0) {
                    index[row] = ++count;
                    low[row] = count;
                    stack.push(row);
                }
                if (next[row] < waits.get(row).size()) {
                    int target = position(waits.get(row).get(next[row]++).target());
                    if (done[target]) {
                        continue;
                    } else if (index[target] == 0) {
                        path.push(target);
                    } else if (circles[target] < 0) {
                        low[row] = Math.min(low[row], index[target]);
                    }
                    continue;
                }
                path.pop();
                if (!path.isEmpty()) {
                    low[path.element()] = Math.min(low[path.element()], low[row]);
                }
                if (low[row] == index[row]) {
                    int member;
                    do {
                        member = stack.pop();
                        circles[member] = found;
                        circleSizes[found]++;
                    } while (member != row);
                    found++;
                }
            }
        }
        for (int row = 0; row < size; row++) {
            if (!done[row]) {
                firm[row] = (int) waits.get(row).stream()
                        .filter(wait -> !settled(wait) && firm(wait))
                        .count();
                enlist(row);
            }
        }
    }
}
