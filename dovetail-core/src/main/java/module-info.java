/** Engine, dialects, schema, SQL tree, compiler and integrity. */
module dev.dovetail.core {
    requires transitive java.sql;
    requires com.zaxxer.hikari;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports dev.dovetail;
    exports dev.dovetail.catalogue;
    exports dev.dovetail.compile;
    exports dev.dovetail.engine;
    exports dev.dovetail.integrity;
    exports dev.dovetail.preview;
    exports dev.dovetail.reflect;
    exports dev.dovetail.schema;
    exports dev.dovetail.sql;
    exports dev.dovetail.type;

    uses dev.dovetail.compile.Dialect;

    provides dev.dovetail.compile.Dialect with
            dev.dovetail.dialect.h2.H2Dialect,
            dev.dovetail.dialect.mysql.MariaDbDialect,
            dev.dovetail.dialect.mysql.MySqlDialect,
            dev.dovetail.dialect.postgresql.PostgreSqlDialect,
            dev.dovetail.dialect.sqlite.SqliteDialect;
}
