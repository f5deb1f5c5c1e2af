package dev.dovetail.compile;

import dev.dovetail.UsageException;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.SchemaObject;
import dev.dovetail.schema.Sequence;
import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Collects SQL text and bind slots for one dialect. Names and values come in only by the methods for them. */
final class SqlWriter {
    private final Dialect dialect;
    private final IdentifierRules identifiers;
    private final StringBuilder text = new StringBuilder();
    private final List<BindSlot<?>> slots = new ArrayList<>();

    SqlWriter(Dialect dialect) {
        this.dialect = dialect;
        this.identifiers = dialect.identifiers();
    }

    /** Text of SQL itself, or text that the user vouches for. */
    SqlWriter text(String sql) {
        text.append(sql);
        return this;
    }

    SqlWriter name(String name) {
        // Some servers cut a name that is too long without a word, and two cut names may be the same.
        Limits limits = dialect.limits();
        if (limits.lengthOf(name) > limits.identifierLength()) {
            throw new UsageException(
                    "DVT-SQL-IDENTIFIER",
                    "the name " + name + " has " + limits.lengthOf(name)
                            + (limits.identifierBytes() ? " bytes; " : " characters; ") + dialect.name() + " takes "
                            + limits.identifierLength());
        }
        String misfit = dialect.nameMisfit(name);
        if (misfit != null) {
            throw new UsageException("DVT-SQL-IDENTIFIER", "the name '" + name + "': " + misfit);
        }
        text.append(identifiers.write(name));
        return this;
    }

    SqlWriter table(Table table) {
        String schema = table.schema();
        if (schema != null) {
            name(schema).text(".");
        }
        return name(table.name());
    }

    /** The next value of a sequence. */
    SqlWriter nextValue(Sequence sequence) {
        require(Capability.SEQUENCES, "sequence " + sequence);
        if (dialect.nextValueForm() == NextValueForm.STANDARD) {
            return text("NEXT VALUE FOR ").qualified(sequence);
        }
        String name = new SqlWriter(dialect).qualified(sequence).sql();
        return text("nextval(").text(dialect.textLiteral(name)).text(")");
    }

    SqlWriter qualified(SchemaObject object) {
        if (object.schema() != null) {
            name(object.schema()).text(".");
        }
        return name(object.name());
    }

    SqlWriter columns(List<Column<?>> columns) {
        text("(");
        list(columns, ", ", column -> name(column.name()));
        return text(")");
    }

    <E> SqlWriter list(Iterable<E> elements, String separator, Consumer<? super E> write) {
        Iterator<E> iterator = elements.iterator();
        while (iterator.hasNext()) {
            write.accept(iterator.next());
            if (iterator.hasNext()) {
                text(separator);
            }
        }
        return this;
    }

    /** A place in what has been written. */
    record Mark(int text, int slots) {}

    Mark mark() {
        return new Mark(text.length(), slots.size());
    }

    boolean hasBoundSince(Mark mark) {
        return slots.size() > mark.slots;
    }

    /** Takes back what was written since. */
    SqlWriter back(Mark mark) {
        text.setLength(mark.text);
        slots.subList(mark.slots, slots.size()).clear();
        return this;
    }

    SqlWriter bind(BindSlot<?> slot) {
        slots.add(slot);
        text.append(dialect.parameter(slot.type().storage()));
        return this;
    }

    /** Refuses a construct that the database does not have, before anything is sent. */
    void require(Capability capability, String construct) {
        if (!dialect.has(capability)) {
            throw new UsageException(
                    "DVT-SQL-UNSUPPORTED", dialect.name() + " has no " + construct + ": " + capability.sentence());
        }
    }

    String sql() {
        return text.toString();
    }

    List<BindSlot<?>> slots() {
        return slots;
    }
}
