package dev.dovetail.schema;

/** A rule that the database keeps for the rows of a table. */
public sealed interface Constraint
        permits PrimaryKey, ForeignKey, UniqueConstraint, CheckConstraint, ExclusionConstraint {
    /**
     * The name under which the database knows the rule.
     *
     * @return the name, given or made by the {@link NamingConvention}
     */
    String name();

    /**
     * The table whose rows the rule is about.
     *
     * @return the table
     */
    Table table();
}
