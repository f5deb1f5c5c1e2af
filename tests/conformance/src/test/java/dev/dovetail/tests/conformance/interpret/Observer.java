package dev.dovetail.tests.conformance.interpret;

import dev.dovetail.orm.Session;
import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.inspect.ColumnState;
import dev.dovetail.orm.inspect.HolderState;
import dev.dovetail.orm.inspect.Loading;
import dev.dovetail.tests.conformance.corpus.ObjectState;
import dev.dovetail.tests.conformance.corpus.SessionSets;
import dev.dovetail.tests.conformance.corpus.Transaction;
import dev.dovetail.tests.conformance.generate.Names;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks at a session and all objects that a scenario has met, without causing any load. */
final class Observer {

    private final Mapped mapped;
    private final ObjectNames names;

    Observer(Mapped mapped, ObjectNames names) {
        this.mapped = mapped;
        this.names = names;
    }

    /** Gives names to objects that have appeared without a label. */
    void discover(Session session) {
        Deque<Object> open = new ArrayDeque<>(names.objects());
        List<Object> members = new ArrayList<>(session.persistent());
        members.addAll(session.added());
        members.addAll(session.deleted());
        members.stream().filter(member -> !names.knows(member)).forEach(member -> {
            find(session, member);
            open.add(member);
        });
        while (!open.isEmpty()) {
            for (HolderState holder : session.inspect(open.poll()).holders()) {
                for (Object content : holder.content()) {
                    if (!names.knows(content)) {
                        find(session, content);
                        open.add(content);
                    }
                }
            }
        }
    }

    private void find(Session session, Object object) {
        names.found(object, mapped.entityName(object), session.inspect(object).key());
    }

    Map<String, ObjectState> objects(Session session) {
        Map<String, ObjectState> states = new TreeMap<>();
        names.objects().forEach(object -> states.put(names.of(object), state(session, object)));
        return Collections.unmodifiableMap(states);
    }

    private ObjectState state(Session session, Object object) {
        var inspected = session.inspect(object);
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (ColumnState column : inspected.columns()) {
            if (!column.stale() || column.changed()) {
                columns.put(column.column(), Values.toJson(column.value()));
            }
        }
        Map<String, @Nullable Object> relationships = new LinkedHashMap<>();
        for (HolderState holder : inspected.holders()) {
            if (holder.loading() == Loading.LOADED) {
                List<String> content = holder.content().stream().map(names::of).toList();
                boolean many = mapped.holder(object, holder.relationship()) instanceof Many<?>;
                relationships.put(
                        Names.column(holder.relationship()),
                        many ? content : content.isEmpty() ? null : content.get(0));
            }
        }
        return new ObjectState(
                inspected.lifeCycle().name().toLowerCase(Locale.ROOT),
                Collections.unmodifiableMap(columns),
                Collections.unmodifiableMap(relationships));
    }

    SessionSets sets(Session session) {
        return new SessionSets(sorted(session.added()), sorted(session.changed()), sorted(session.deleted()));
    }

    private List<String> sorted(Collection<Object> objects) {
        return objects.stream().map(names::of).sorted().toList();
    }

    static Transaction transaction(Session session) {
        return switch (session.transactionStatus()) {
            case NONE -> Transaction.NONE;
            case OPEN -> Transaction.ACTIVE;
            case NESTED -> Transaction.NESTED;
            case FAILED -> Transaction.INACTIVE;
        };
    }
}
