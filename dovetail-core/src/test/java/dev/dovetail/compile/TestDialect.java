package dev.dovetail.compile;

import dev.dovetail.type.BasicType;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/** Standard SQL with all capabilities but those that a test takes away. */
record TestDialect(Set<Capability> capabilities, Limits limits) implements Dialect {
    TestDialect() {
        this(EnumSet.allOf(Capability.class), new Limits(60, 1000));
    }

    static TestDialect without(Capability capability) {
        return new TestDialect(EnumSet.complementOf(EnumSet.of(capability)), new Limits(60, 1000));
    }

    @Override
    public String name() {
        return "TestSQL";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:test:");
    }

    @Override
    public String urlExample() {
        return "jdbc:test:example";
    }

    @Override
    public DriverInfo driver() {
        return new DriverInfo("test.Driver", "test:driver");
    }

    @Override
    public ConnectionSetup connectionSetup(String jdbcUrl) {
        throw new UnsupportedOperationException("no connection");
    }

    @Override
    public IdentifierRules identifiers() {
        return new IdentifierRules('"', '"', Set.of("select", "order", "group"));
    }

    @Override
    public String typeName(BasicType<?> type) {
        return type.toString();
    }

    @Override
    public String unlimited() {
        return "LIMIT -1";
    }

    @Override
    public ErrorReport readError(SQLException error) {
        return ErrorReport.of(ErrorKind.UNKNOWN);
    }
}
