package dev.dovetail.orm.mapping;

/** What a column holds for the constant of an enum. */
public enum EnumStorage {
    /** Its name, in a VARCHAR as long as the longest. */
    NAME,
    /** Its position, in an INTEGER. A constant that is put between others changes the meaning of what is stored. */
    ORDINAL,
    /** What a method of the enum gives for it. */
    CODE,
    /** Its name, in an enum type of the database. PostgreSQL has such types. */
    NATIVE
}
