package dev.dovetail.tests.conformance.interpret;

import dev.dovetail.tests.conformance.corpus.Result;
import dev.dovetail.tests.conformance.corpus.Scenario;
import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.servers.FreshDatabase;
import dev.dovetail.tests.servers.Servers;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs scenarios on one database, those of one schema after each other, so that its tables are made once. */
public final class Interpreter implements AutoCloseable {

    private final Map<String, Schema> schemas;
    private final FreshDatabase database;

    /**
     * An interpreter with an empty database.
     *
     * @param server its server's name, {@code sqlite} or {@code postgresql}
     * @param schemas the library of schemas
     */
    public Interpreter(String server, Collection<Schema> schemas) {
        this.schemas = schemas.stream().collect(Collectors.toMap(Schema::name, Function.identity()));
        this.database = Servers.named(server).fresh();
    }

    /**
     * Runs scenarios.
     *
     * @param scenarios the scenarios
     * @param each is given each scenario with what it did, grouped by schema
     */
    public void run(Collection<Scenario> scenarios, BiConsumer<Scenario, Result> each) {
        Map<String, List<Scenario>> bySchema = scenarios.stream()
                .collect(Collectors.groupingBy(Scenario::schema, LinkedHashMap::new, Collectors.toList()));
        bySchema.forEach((schema, some) -> {
            try (Place place = new Place(schemas.get(schema), url())) {
                some.forEach(scenario -> each.accept(scenario, place.run(scenario)));
            }
        });
    }

    /** Nobody needs these files after a power cut. */
    private String url() {
        return database.url() + (database.url().startsWith("jdbc:sqlite:") ? "?synchronous=OFF" : "");
    }

    @Override
    public void close() {
        database.close();
    }
}
