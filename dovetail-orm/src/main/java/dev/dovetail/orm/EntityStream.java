package dev.dovetail.orm;

import dev.dovetail.orm.internal.load.EntityBatches;
import dev.dovetail.orm.internal.state.InstanceState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The objects of a query one after the other, read by the session some at a time. */
final class EntityStream<E> extends Spliterators.AbstractSpliterator<E> {

    private final SessionState session;
    private final EntityBatches batches;
    private final Class<E> type;
    private final Deque<InstanceState> waiting = new ArrayDeque<>();
    private boolean ended;

    private EntityStream(SessionState session, EntityBatches batches, Class<E> type) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.session = session;
        this.batches = batches;
        this.type = type;
    }

    static <E> Stream<E> of(SessionState session, EntityBatches batches, Class<E> type) {
        return StreamSupport.stream(new EntityStream<>(session, batches, type), false)
                .onClose(batches::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super E> action) {
        if (waiting.isEmpty() && !ended) {
            boolean entered = session.guard.enter();
            try {
                session.checkUsable();
                List<InstanceState> next = batches.next();
                ended = next.isEmpty();
                waiting.addAll(next);
            } finally {
                session.guard.leave(entered);
            }
        }
        InstanceState state = waiting.poll();
        if (state != null) {
            action.accept(type.cast(state.entity()));
        }
        return state != null;
    }
}
