/** Mapping, session, unit of work and loading. */
module dev.dovetail.orm {
    requires transitive dev.dovetail.core;
    requires org.slf4j;
    requires static transitive org.jspecify;

    uses dev.dovetail.orm.generated.EntityIndex;

    exports dev.dovetail.orm;
    exports dev.dovetail.orm.attribute;
    exports dev.dovetail.orm.check;
    exports dev.dovetail.orm.generated;
    exports dev.dovetail.orm.inspect;
    exports dev.dovetail.orm.mapping;
    exports dev.dovetail.orm.mapping.model;
    exports dev.dovetail.orm.query;
}
