package dev.dovetail.schema;

/** What {@link Table#of} is given: columns, keys, constraints, indexes. {@link Schema} makes them. */
public sealed interface TableElement
        permits ColumnDefinition,
                PrimaryKeyDefinition,
                ForeignKeyDefinition,
                UniqueDefinition,
                CheckDefinition,
                ExclusionDefinition,
                IndexDefinition {}
