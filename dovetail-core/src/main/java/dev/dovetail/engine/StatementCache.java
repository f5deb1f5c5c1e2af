package dev.dovetail.engine;

import dev.dovetail.compile.CacheKey;
import dev.dovetail.compile.CompiledStatement;
import dev.dovetail.compile.Renderer;
import dev.dovetail.compile.Structure;
import dev.dovetail.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compiled statements by their structure, the least recently used given up first. Thread-safe. */
final class StatementCache {

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
        return new ReadyStatement(compiled(statement, structure), structure.constants());
    }

    // Two threads may compile the same statement at the same time; the results are equal, and nobody waits.
    private CompiledStatement compiled(Statement statement, Structure structure) {
        synchronized (statements) {
            CompiledStatement known = statements.get(structure.key());
            if (known != null) {
                hits++;
                return known;
            }
            misses++;
        }
        CompiledStatement compiled = renderer.compile(statement, structure);
        synchronized (statements) {
            statements.put(structure.key(), compiled);
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
