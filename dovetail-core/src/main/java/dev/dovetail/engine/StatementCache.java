package dev.dovetail.engine;

import dev.dovetail.compile.CacheKey;
import dev.dovetail.compile.CompiledStatement;
import dev.dovetail.compile.Renderer;
import dev.dovetail.compile.Structure;
import dev.dovetail.internal.Compiled;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Statement;
import dev.dovetail.sql.Write;
import dev.dovetail.type.Codec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compiled statements by their structure, the least recently used given up first. A query that is sent a second time is not
 * even taken apart: it remembers what it was made into. Thread-safe; nobody waits to read.
 */
final class StatementCache {

    private static final String ARRAYS = "arrays";

    private final Renderer renderer;
    private final int capacity;
    private final Map<CacheKey, Entry> entries = new ConcurrentHashMap<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    /** Counted without care: two threads may see the same, and the order is then as good. */
    private volatile long clock;

    private static final class Entry {
        private final CompiledStatement compiled;
        private final Codec<?>[] columns;
        private volatile long used;

        Entry(CompiledStatement compiled, long used) {
            this.compiled = compiled;
            this.columns = compiled.codecs().toArray(Codec<?>[]::new);
            this.used = used;
        }
    }

    StatementCache(Renderer renderer, int capacity) {
        this.renderer = renderer;
        this.capacity = capacity;
    }

    ReadyStatement ready(Statement statement) {
        if (statement instanceof Compiled query) {
            if (Compiled.form(query) instanceof ReadyStatement known && known.renderer() == renderer) {
                hits.increment();
                return known;
            }
            ReadyStatement ready = made(statement);
            Compiled.keep(query, ready);
            return ready;
        }
        return made(statement);
    }

    private ReadyStatement made(Statement statement) {
        Structure structure = Structure.of(statement);
        Entry entry = entry(structure.key(), () -> renderer.compile(statement, structure));
        return new ReadyStatement(entry.compiled, entry.columns, structure.constants(), renderer);
    }

    /** A write for rows that go as arrays; it has no values of its own. */
    ReadyStatement arrays(Write statement, List<Column<?>> returned) {
        Statement shape = returned.isEmpty() ? statement : statement.returning(returned.toArray(Column<?>[]::new));
        Entry entry = entry(Structure.of(shape).key().of(ARRAYS), () -> renderer.compileArrays(statement, returned));
        return new ReadyStatement(entry.compiled, entry.columns, new Object[0], renderer);
    }

    /** An INSERT with its row so many times. */
    ReadyStatement repeated(Insert statement, int rows) {
        Structure structure = Structure.of(statement);
        Entry entry = entry(structure.key().of(rows), () -> renderer.compile(statement.repeated(rows)));
        return new ReadyStatement(entry.compiled, entry.columns, structure.constants(), renderer);
    }

    int @Nullable [] arrayKey(Write statement, List<Column<?>> returned) {
        return renderer.arrayKey(statement, returned);
    }

    // Two threads may compile the same statement at the same time; the results are equal, and nobody waits.
    private Entry entry(CacheKey key, Supplier<CompiledStatement> compiler) {
        Entry known = entries.get(key);
        if (known != null) {
            hits.increment();
            if (known.used != clock) {
                known.used = ++clock;
            }
            return known;
        }
        misses.increment();
        Entry made = new Entry(compiler.get(), ++clock);
        entries.put(key.trimmed(), made);
        forgetOldest();
        return made;
    }

    private synchronized void forgetOldest() {
        while (entries.size() > capacity) {
            entries.entrySet().stream()
                    .min((one, other) -> Long.compare(one.getValue().used, other.getValue().used))
                    .ifPresent(oldest -> entries.remove(oldest.getKey()));
        }
    }

    EngineStatistics statistics(int connectionsInUse) {
        return new EngineStatistics(hits.sum(), misses.sum(), entries.size(), connectionsInUse);
    }
}
