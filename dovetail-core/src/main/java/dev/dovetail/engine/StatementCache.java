package dev.dovetail.engine;

import dev.dovetail.compile.CacheKey;
import dev.dovetail.compile.CompiledStatement;
import dev.dovetail.compile.Renderer;
import dev.dovetail.compile.Structure;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Statement;
import dev.dovetail.sql.Write;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Compiled statements by their structure, the least recently used given up first. Thread-safe. */
final class StatementCache {

    private static final String ARRAYS = "arrays";

    private final Renderer renderer;
    private final int capacity;
    private final Map<CacheKey, CompiledStatement> statements = new LinkedHashMap<>(64, 0.75f, true);
    private long hits;
    private long misses;

    StatementCache(Renderer renderer, int capacity) {
        this.renderer = renderer;
        this.capacity = capacity;
    }

    ReadyStatement ready(Statement statement) {
        Structure structure = Structure.of(statement);
        return new ReadyStatement(
                compiled(structure.key(), () -> renderer.compile(statement, structure)), structure.constants());
    }

    /** A write for rows that go as arrays; it has no values of its own. */
    ReadyStatement arrays(Write statement, List<Column<?>> returned) {
        Statement shape = returned.isEmpty() ? statement : statement.returning(returned.toArray(Column<?>[]::new));
        CacheKey key = Structure.of(shape).key().of(ARRAYS);
        return new ReadyStatement(compiled(key, () -> renderer.compileArrays(statement, returned)), new Object[0]);
    }

    /** The text of an INSERT with its row so many times. */
    String repeated(Insert statement, int rows) {
        CacheKey key = Structure.of(statement).key().of(rows);
        return compiled(key, () -> renderer.compile(statement.repeated(rows))).sql();
    }

    int @Nullable [] arrayKey(Write statement, List<Column<?>> returned) {
        return renderer.arrayKey(statement, returned);
    }

    // Two threads may compile the same statement at the same time; the results are equal, and nobody waits.
    private CompiledStatement compiled(CacheKey key, Supplier<CompiledStatement> compiler) {
        synchronized (statements) {
            CompiledStatement known = statements.get(key);
            if (known != null) {
                hits++;
                return known;
            }
            misses++;
        }
        CompiledStatement compiled = compiler.get();
        synchronized (statements) {
            statements.put(key, compiled);
            if (statements.size() > capacity) {
                statements.remove(statements.keySet().iterator().next());
            }
        }
        return compiled;
    }

    EngineStatistics statistics(int connectionsInUse) {
        synchronized (statements) {
            return new EngineStatistics(hits, misses, statements.size(), connectionsInUse);
        }
    }
}
