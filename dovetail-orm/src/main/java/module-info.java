/** Mapping, session, unit of work and loading. */
module dev.dovetail.orm {
    requires transitive dev.dovetail.core;
    requires org.slf4j;
    requires static transitive org.jspecify;
}
