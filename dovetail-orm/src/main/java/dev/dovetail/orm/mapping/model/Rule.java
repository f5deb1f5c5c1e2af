package dev.dovetail.orm.mapping.model;

import static dev.dovetail.orm.mapping.model.Finding.Severity.ERROR;
import static dev.dovetail.orm.mapping.model.Finding.Severity.NOTE;
import static dev.dovetail.orm.mapping.model.Finding.Severity.WARNING;

import dev.dovetail.orm.mapping.model.Finding.Severity;
import java.util.Arrays;
import java.util.Optional;

/**
 * Every rule that a mapping is checked against. Codes never change their meaning and are never used again. {@code FK}
 * codes concern foreign keys and what deleting does; {@code MAP} codes everything else. The page
 * {@code guide/mapping-rules.md} explains each; a test holds page and constants together.
 */
public enum Rule {
    /** Deleting the parent would break NOT NULL. */
    NULL_FOR_REQUIRED_KEY(
            "FK01",
            WARNING,
            "Deleting the parent would set a NOT NULL key to NULL",
            "The relationship sets the children's key to NULL when the parent is deleted, and the column is NOT NULL."),
    /** An action of the foreign key cannot be carried out. */
    ACTION_CANNOT_WORK(
            "FK02",
            ERROR,
            "SET NULL on a NOT NULL column, or SET DEFAULT without a default",
            "The foreign key's action would write a value that its column cannot take."),
    /** A delete that only a session can do. */
    CASCADE_BY_SESSION_ONLY(
            "FK03",
            NOTE,
            "The session deletes children, the key alone would refuse",
            "The relationship has the DELETE cascade, and its foreign key has no rule for deletes."),
    /** The session would do something else than the key says. */
    SESSION_AGAINST_KEY(
            "FK04",
            WARNING,
            "The key says ON DELETE CASCADE, the session would set NULL",
            "The relationship's mode makes the session detach children that the foreign key's own rule would delete."),
    /** A listener that is not told. */
    UNHEARD_DELETE(
            "FK05",
            WARNING,
            "The database would delete what listeners want to hear of",
            "A class with @HearsDeletes is deleted by ON DELETE CASCADE, of which no listener is told."),
    /** Deleting one object would delete what others have as well. */
    DELETE_OF_SHARED(
            "FK06",
            WARNING,
            "A delete cascade to what others have as well",
            "Deleting one object would delete others that are joined to more than this one."),
    /** An orphan rule where an object may have several parents. */
    ORPHAN_WITHOUT_SINGLE_PARENT(
            "FK07",
            ERROR,
            "delete-orphan on the many side without singleParent",
            "Letting go of one reference would delete an object that others may still refer to."),
    /** A circle that nothing can begin. */
    CIRCLE_OF_KEYS(
            "FK08",
            WARNING,
            "A circle of NOT NULL foreign keys",
            "In a circle of foreign keys at least one may be NULL or is checked at the commit."),
    /** Two ways of cascading to one table. */
    SEVERAL_CASCADE_PATHS(
            "FK09",
            NOTE,
            "Several cascade paths to one table",
            "Deleting one row reaches another by two foreign keys with ON DELETE CASCADE."),
    /** A foreign key that the database has to search. */
    KEY_WITHOUT_INDEX(
            "FK10",
            NOTE,
            "A foreign key without an index",
            "An index of the referring table begins with the foreign key's columns."),
    /** Two relationships that write one key. */
    TWO_WRITERS(
            "FK11",
            ERROR,
            "Two relationships of one class that write one foreign key",
            "A foreign key is written by one relationship of a class; others are viewOnly."),
    /** Type, length or uniqueness of the referenced columns. */
    KEY_DOES_NOT_FIT(
            "FK12",
            ERROR,
            "A foreign key that does not fit what it references",
            "A foreign key references the primary key or a declared unique key, column by column of the same type."),
    /** Children that would really go, of a parent that only seems to. */
    HARD_BELOW_SOFT(
            "FK13",
            WARNING,
            "A parent that is only marked, and children that are deleted",
            "The rows of the parent are only marked as deleted, those that its DELETE cascade reaches are deleted."),
    /** A reference that would be left behind. */
    CHANGING_KEY(
            "FK14",
            WARNING,
            "A reference to a text that can change, without ON UPDATE",
            "A foreign key to a natural key that may change has an ON UPDATE rule."),

    /** No identifier. */
    NO_PRIMARY_KEY("MAP01", ERROR, "No primary key", "An entity needs at least one field with @Id."),
    /** A generated key that cannot say "not given". */
    GENERATED_KEY_TYPE(
            "MAP02",
            ERROR,
            "A generated key that is not Integer, Long or Short",
            "A key that the database generates is Integer, Long or Short, because null must say that it is not given."),
    /** A name in an annotation that is none of the table's columns. */
    UNKNOWN_COLUMN(
            "MAP03",
            ERROR,
            "An unknown column",
            "Columns in @ForeignKey and @Unique are named by their name or by their field's name."),
    /** Not as many columns as are referenced. */
    COLUMN_COUNT(
            "MAP04",
            ERROR,
            "A foreign key with another number of columns than it references",
            "Each column of a foreign key references exactly one column."),
    /** A foreign key without a usable target. */
    NO_KEY_TARGET(
            "MAP05",
            ERROR,
            "A foreign key without a target",
            "A foreign key names an entity, or the table if it has no class, and on a One the One's own class."),
    /** A name that the other side does not have. */
    BACK_POPULATES_NOTHING(
            "MAP06",
            ERROR,
            "backPopulates names no relationship",
            "backPopulates names a One or Many of the other class."),
    /** The named relationship belongs to something else. */
    BACK_POPULATES_OTHER_CLASS(
            "MAP07",
            ERROR,
            "backPopulates names a relationship to another class",
            "The relationship that backPopulates names must lead back to this class."),
    /** Only one side knows of the pair. */
    BACK_POPULATES_ONE_WAY(
            "MAP08",
            ERROR,
            "backPopulates is not answered",
            "Both sides of a relationship name each other, or neither does."),
    /** Nothing to follow. */
    NO_FOREIGN_KEY(
            "MAP09",
            ERROR,
            "No foreign key between two related classes",
            "A relationship follows a foreign key of one of the two tables."),
    /** More than one to follow. */
    SEVERAL_FOREIGN_KEYS(
            "MAP10",
            ERROR,
            "Several foreign keys and none chosen",
            "Where several foreign keys join two classes, foreignKey says which one the relationship follows."),
    /** The choice does not exist. */
    CHOSEN_KEY_UNKNOWN(
            "MAP11",
            ERROR,
            "foreignKey names no foreign key",
            "foreignKey names all columns of one foreign key between the two classes."),
    /** The two sides follow different keys. */
    SIDES_DISAGREE(
            "MAP12",
            ERROR,
            "The two sides of a relationship do not mirror each other",
            "Both sides follow the same foreign key, one from each end."),
    /** Contradicting instructions for a delete. */
    DELETE_WITH_PASSIVE_ALL(
            "MAP13",
            ERROR,
            "passiveDeletes = ALL together with a delete cascade",
            "ALL says that no child is touched; DELETE and DELETE_ORPHAN say that children are deleted."),
    /** Orphans go, children of a deleted parent stay. */
    ORPHAN_WITHOUT_DELETE(
            "MAP14",
            WARNING,
            "DELETE_ORPHAN without DELETE",
            "A child taken from its parent is deleted, but the children of a deleted parent are not."),
    /** Two entities for one table. */
    DUPLICATE_TABLE(
            "MAP15",
            WARNING,
            "Two entities with one table",
            "Two entities of one table cannot be in the same session factory."),
    /** Two fields for one column. */
    DUPLICATE_COLUMN("MAP16", ERROR, "Two fields with one column", "Each column belongs to one field."),
    /** A relationship that nothing holds. */
    RELATIONSHIP_WITHOUT_HOLDER(
            "MAP17", ERROR, "@Relationship on what is no holder", "A relationship is a field of type One or Many."),
    /** A holder of something that is not mapped. */
    TARGET_NO_ENTITY(
            "MAP18", ERROR, "A holder of a class that is no entity", "One and Many hold objects of @Entity classes."),
    /** An order by nothing. */
    UNKNOWN_ORDER(
            "MAP19",
            ERROR,
            "orderBy names no column",
            "orderBy names columns or fields of a collection's class, each possibly followed by DESC."),
    /** A field whose type has no column type. */
    COLUMN_TYPE("MAP20", ERROR, "A type that no column has", "The field's type has no column type."),
    /** A time that is not set by the clock. */
    CLOCK_TYPE(
            "MAP21",
            ERROR,
            "@Created or @Updated on a type without date and time",
            "@Created and @Updated stand on Instant, LocalDateTime or OffsetDateTime."),
    /** A class whose objects cannot be made or reached. */
    CLASS_NOT_MAPPABLE(
            "MAP22",
            ERROR,
            "A class that cannot be an entity",
            "An entity is a concrete class that its package can reach, with a constructor without arguments."),
    /** A field or an annotation in the wrong place. */
    FIELD_NOT_MAPPABLE(
            "MAP23",
            ERROR,
            "A field that cannot be mapped as declared",
            "Columns are fields that can be written, holders are final, and annotations stand where they mean something."),
    /** A default that gives no value. */
    UNUSABLE_DEFAULT(
            "MAP24",
            ERROR,
            "A default that cannot be used",
            "@Default has either an SQL expression or the name of a static method whose result fits the field."),
    /** A text or number that says nothing. */
    UNUSABLE_VALUE(
            "MAP25",
            ERROR,
            "A value that cannot be used",
            "Names and expressions are not blank; lengths, precisions and scales are within what SQL allows."),
    /** A class in the way of a generated one. */
    NAME_TAKEN(
            "MAP26",
            ERROR,
            "The name of a generated class is taken",
            "The processor writes a metamodel and a mapper for each entity, and one index for each compilation."),
    /** One foreign key, declared twice. */
    DUPLICATE_FOREIGN_KEY(
            "MAP27",
            ERROR,
            "One foreign key, declared twice",
            "A foreign key is declared in one place: on the column's field, on the One, or on the class."),
    /** A converter for something else, or one that cannot be made. */
    CONVERTER(
            "MAP28",
            ERROR,
            "A converter that cannot be used",
            "@Convert names a Converter whose first type is the field's and whose second is one that a column has."),
    /** An enum that is to be stored by what it does not have. */
    ENUM_STORAGE(
            "MAP29",
            ERROR,
            "An enum that cannot be stored as declared",
            "@Enumerated stands on an enum; code and type are given for the storage that needs them."),
    /** A key that its source does not give. */
    KEY_SOURCE(
            "MAP30",
            ERROR,
            "A key that its source cannot give",
            "A sequence gives Integer, Long or Short; RANDOM_UUID and TIME_UUID give UUID; @Sequence is for SEQUENCE."),
    /** A column that the database and the session both write. */
    WRITTEN_TWICE(
            "MAP31",
            ERROR,
            "A column that the database writes, and the session too",
            "A computed or generated column is no key and no version, and has no default and no time of its own."),
    /** A version that is no counter of the row. */
    UNUSABLE_VERSION(
            "MAP40",
            ERROR,
            "A version that cannot count",
            "An entity has at most one @Version, on an Integer or Long that is neither key, foreign key nor default."),
    /** A key that cannot be written later. */
    POST_UPDATE_OF_REQUIRED_KEY(
            "MAP41",
            ERROR,
            "postUpdate of a NOT NULL key",
            "postUpdate inserts rows without their foreign key, so that its columns must take NULL."),
    /** Children that would be updated too late. */
    UPDATE_OF_IMMEDIATE_KEY(
            "MAP42",
            WARNING,
            "passiveUpdates = NEVER with a key that is not deferred",
            "The session changes the children's key after the parent's, which only a deferred foreign key allows."),
    /** Two sides that do not know of each other. */
    UNLINKED_SIDES(
            "MAP43",
            WARNING,
            "Two sides of one key that do not name each other",
            "Relationships that write the same rows from both sides name each other with backPopulates, or one is viewOnly."),

    /** A secondary table for something else than many on both sides. */
    SECONDARY_WITHOUT_MANY(
            "MAP50",
            ERROR,
            "@Secondary without a Many on both sides",
            "A relationship through a secondary table is held by a Many on each side that knows it."),
    /** Two keys in one place. */
    SECONDARY_COLUMNS(
            "MAP51",
            ERROR,
            "The keys of a secondary table have the same columns",
            "Each row of a secondary table has a key to either side, each in columns of its own."),
    /** An entity that extends one that is no hierarchy. */
    NO_INHERITANCE(
            "MAP60",
            ERROR,
            "An entity extends another one that is no hierarchy",
            "The first class of a hierarchy has @Inheritance; all that extend it are in it."),
    /** A class whose rows cannot be told from others. */
    NO_IDENTITY(
            "MAP61",
            ERROR,
            "A class of a hierarchy without @DiscriminatorValue",
            "Every class of a hierarchy that is not abstract has a value of the discriminator."),
    /** Two classes with the same value of the discriminator. */
    DUPLICATE_IDENTITY(
            "MAP62",
            ERROR,
            "Two classes of a hierarchy with one @DiscriminatorValue",
            "Each value of the discriminator belongs to one class."),
    /** A discriminator or value that cannot be used. */
    UNUSABLE_IDENTITY(
            "MAP63",
            ERROR,
            "A @DiscriminatorValue that its column cannot have",
            "The discriminator is a text, a whole number or an enum, and each class's value is one of those."),
    /** A key that does not lead to the base's table. */
    BASE_KEY(
            "MAP64",
            ERROR,
            "A key of a joined table that does not fit its base's",
            "The primary key of a joined subclass's table has as many columns as the base's, with names of their own."),
    /** Subclasses that share a column and disagree about it. */
    SHARED_COLUMN(
            "MAP65",
            ERROR,
            "One column of a table, with two types",
            "Subclasses in one table may share a column if its type is the same in both."),
    /** A key or version below the first class. */
    ROOT_ONLY(
            "MAP66",
            ERROR,
            "@Id or @Version in a subclass",
            "The primary key and the version of a hierarchy are declared by its first class."),
    /** An annotation of hierarchies where it means nothing. */
    INHERITANCE_MISPLACED(
            "MAP67",
            ERROR,
            "An annotation of hierarchies where it says nothing",
            "@Inheritance, @DiscriminatorValue, @BaseKey and a table's name stand where the class's place in its hierarchy needs them."),

    /** Something that would have to be written. */
    VIEW_ONLY_WRITES(
            "MAP52",
            ERROR,
            "A viewOnly relationship that would write",
            "A viewOnly relationship has no cascades and no other side: nothing is ever written for it."),
    /** Loading what is never loaded. */
    WRITE_ONLY_LOADS(
            "MAP53",
            ERROR,
            "A WriteOnly holder that would be loaded",
            "A WriteOnly holder is never loaded, so that there is no other loading to choose."),

    /** A column that has to be known with its row. */
    DEFERRED_NEEDED(
            "MAP54",
            ERROR,
            "A Deferred that has to be read with its row",
            "A deferred column is no part of a key, a unique constraint or the version, and no column that the session or the database writes."),

    /** A named module whose index the service loader does not find. */
    INDEX_NOT_PROVIDED(
            "DVT-INDEX",
            WARNING,
            "The module does not provide its index",
            "In a named module, the service loader finds the entities only through a provides directive.");

    private final String code;
    private final Severity severity;
    private final String title;
    private final String sentence;

    Rule(String code, Severity severity, String title, String sentence) {
        this.code = code;
        this.severity = severity;
        this.title = title;
        this.sentence = sentence;
    }

    /**
     * The rule's code, as messages and {@code @SuppressWarnings} write it.
     *
     * @return the code
     */
    public String code() {
        return code;
    }

    /**
     * How bad breaking the rule is.
     *
     * @return the severity
     */
    public Severity severity() {
        return severity;
    }

    /**
     * What is found, in a few words.
     *
     * @return the title of the rule's section in the guide
     */
    public String title() {
        return title;
    }

    /**
     * The rule itself.
     *
     * @return one sentence
     */
    public String sentence() {
        return sentence;
    }

    /**
     * The rule with a code.
     *
     * @param code the code
     * @return the rule, if there is one
     */
    public static Optional<Rule> byCode(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
    }
}
