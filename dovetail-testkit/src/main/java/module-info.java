/** What tests of Dovetail, of dialects and of programs that use it need: every database, counted statements, contracts. */
module dev.dovetail.testkit {
    requires transitive dev.dovetail.core;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;
    requires static transitive org.jspecify;

    exports dev.dovetail.testkit;
    exports dev.dovetail.testkit.contract;

    // JUnit makes the classes and calls their methods.
    opens dev.dovetail.testkit;
    opens dev.dovetail.testkit.contract;

    uses dev.dovetail.testkit.TestDatabase;
}
