package dev.dovetail.orm.internal.load;

import dev.dovetail.engine.Cursor;
import dev.dovetail.orm.internal.state.InstanceState;
import java.util.List;
import java.util.function.Supplier;

/** The objects of a query, some at a time, with what is loaded with them. Keeps none that it has given. */
public final class EntityBatches implements AutoCloseable {

    /** Rows that are read and completed together. */
    static final int ROWS = 500;

    private final GraphLoader graphs;
    private final LoadPlan plan;
    private final JoinedSelect select;
    private final Cursor cursor;
    private final Supplier<RowTarget> targets;

    EntityBatches(GraphLoader graphs, LoadPlan plan, JoinedSelect select, Cursor cursor, Supplier<RowTarget> targets) {
        this.graphs = graphs;
        this.plan = plan;
        this.select = select;
        this.cursor = cursor;
        this.targets = targets;
    }

    /** {@return the next objects, in the order of the rows; none at the end} */
    public List<InstanceState> next() {
        JoinedContent content = new JoinedContent(plan, select.nodes());
        RowTarget target = targets.get();
        content.read(cursor, target, ROWS);
        graphs.complete(content, target);
        if (content.rows().isEmpty()) {
            close();
        }
        return content.rows();
    }

    @Override
    public void close() {
        cursor.close();
    }
}
