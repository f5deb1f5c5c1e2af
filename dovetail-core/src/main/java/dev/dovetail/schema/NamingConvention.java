package dev.dovetail.schema;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * How constraints and indexes are named that were given no name. In each pattern {@code {table}} stands for the name of
 * the table and {@code {columns}} for the names of the columns, joined by underscores; in that of foreign keys
 * {@code {referenced}} for the name of the table referred to.
 *
 * <p>Every constraint has a name that Dovetail knows, because that is how an error finds its constraint: names that
 * databases make up differ from one to the next. For the same reason a name is the same on every database. One that
 * comes out longer than {@link #LONGEST} is cut, and ends in a number made of the whole of it.
 *
 * @param primaryKey pattern for primary keys
 * @param foreignKey pattern for foreign keys
 * @param unique pattern for unique constraints
 * @param check pattern for checks of a column
 * @param exclusion pattern for exclusion constraints
 * @param index pattern for indexes
 */
public record NamingConvention(
        String primaryKey, String foreignKey, String unique, String check, String exclusion, String index) {
    /** The greatest number of bytes, in UTF-8, of a name made here: that of PostgreSQL, the least of all databases. */
    public static final int LONGEST = 63;

    /**
     * {@code pk_child}, {@code fk_child_parent_id}, {@code uq_users_email}, {@code ck_users_age},
     * {@code ex_booking_room_during}, {@code ix_users_name}.
     */
    public static final NamingConvention DEFAULT = new NamingConvention(
            "pk_{table}",
            "fk_{table}_{columns}",
            "uq_{table}_{columns}",
            "ck_{table}_{columns}",
            "ex_{table}_{columns}",
            "ix_{table}_{columns}");

    static String name(String pattern, String table, Iterable<String> columns) {
        return name(pattern, table, columns, "");
    }

    static String name(String pattern, String table, Iterable<String> columns, String referenced) {
        // The table's name comes last, since it might itself hold one of the words.
        return shortened(pattern.replace("{columns}", String.join("_", columns))
                .replace("{referenced}", referenced)
                .replace("{table}", table));
    }

    private static String shortened(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST) {
            return name;
        }
        CRC32 number = new CRC32();
        number.update(bytes);
        String end = String.format("_%08x", number.getValue());
        int length = 0;
        StringBuilder head = new StringBuilder();
        for (int codePoint : name.codePoints().toArray()) {
            length += Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
            if (length > LONGEST - end.length()) {
                break;
            }
            head.appendCodePoint(codePoint);
        }
        return head + end;
    }
}
