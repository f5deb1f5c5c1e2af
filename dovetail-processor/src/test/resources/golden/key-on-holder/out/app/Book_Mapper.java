package app;

import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.UUID;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.ForeignKeyModel;
import dev.dovetail.orm.mapping.model.RelationshipModel;
import dev.dovetail.schema.ReferentialAction;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Book} and knows its table. Written by Dovetail's processor. */
public final class Book_Mapper extends EntityMapper<Book> {

    /** The only instance. */
    public static final Book_Mapper INSTANCE = new Book_Mapper();

    static {
        register(INSTANCE);
    }

    private Book_Mapper() {
        super(VERSION_1, Book.class, describe(), INTEGER, UUID, UUID);
    }

    private static EntityModel describe() {
        return EntityModel.of("app.Book", "book")
                .columns(
                        ColumnModel.of("id", "id", Integer.class, INTEGER).asId().asGenerated(),
                        ColumnModel.of("author_id", null, UUID.class, UUID).notNull(),
                        ColumnModel.of("lector", null, UUID.class, UUID))
                .foreignKeys(
                        ForeignKeyModel.to("author", "author_id").member("author").targetEntity("app.Author"),
                        ForeignKeyModel.to("author", "lector")
                                .member("lector")
                                .targetEntity("app.Author")
                                .onDelete(ReferentialAction.SET_NULL))
                .relationships(
                        RelationshipModel.one("author", "app.Author").backPopulates("books"),
                        RelationshipModel.one("lector", "app.Author").cascade(new Cascade[0]));
    }

    @Override
    public Book instantiate() {
        return new Book();
    }

    @Override
    public @Nullable Object get(Book book, int column) {
        return switch (column) {
            case 0 -> book.id;
            case 1 -> HolderAccess.key(book.author, 0);
            case 2 -> HolderAccess.key(book.lector, 0);
            default -> throw noColumn(column);
        };
    }

    @Override
    public void set(Book book, int column, @Nullable Object value) {
        switch (column) {
            case 0 -> book.id = (Integer) value;
            case 1 -> HolderAccess.key(book.author, 0, value);
            case 2 -> HolderAccess.key(book.lector, 0, value);
            default -> throw noColumn(column);
        }
    }

    @Override
    public Holder<?> holder(Book book, int relationship) {
        return switch (relationship) {
            case 0 -> book.author;
            case 1 -> book.lector;
            default -> throw noRelationship(relationship);
        };
    }

    @Override
    public Snapshot<Book> snapshot() {
        return new State();
    }

    /** The column values of one {@link Book} as the database last had them. */
    private static final class State extends Snapshot<Book> {

        private @Nullable Integer id;
        private @Nullable UUID authorId;
        private @Nullable UUID lector;

        @Override
        public boolean differs(Book book) {
            return !Objects.equals(id, book.id)
                    || !Objects.equals(authorId, HolderAccess.key(book.author, 0))
                    || !Objects.equals(lector, HolderAccess.key(book.lector, 0));
        }

        @Override
        public boolean differs(Book book, int column) {
            return switch (column) {
                case 0 -> !Objects.equals(id, book.id);
                case 1 -> !Objects.equals(authorId, HolderAccess.key(book.author, 0));
                case 2 -> !Objects.equals(lector, HolderAccess.key(book.lector, 0));
                default -> throw noColumn(column);
            };
        }

        @Override
        public void read(RowReader row) throws SQLException {
            id = row.integer(0);
            authorId = row.value(1, UUID.class);
            lector = row.value(2, UUID.class);
        }

        @Override
        public void take(Book book, int column) {
            switch (column) {
                case 0 -> id = book.id;
                case 1 -> authorId = (UUID) HolderAccess.key(book.author, 0);
                case 2 -> lector = (UUID) HolderAccess.key(book.lector, 0);
                default -> throw noColumn(column);
            }
        }

        @Override
        public void restore(Book book) {
            book.id = id;
            HolderAccess.key(book.author, 0, authorId);
            HolderAccess.key(book.lector, 0, lector);
        }

        @Override
        public void restore(Book book, int column) {
            switch (column) {
                case 0 -> book.id = id;
                case 1 -> HolderAccess.key(book.author, 0, authorId);
                case 2 -> HolderAccess.key(book.lector, 0, lector);
                default -> throw noColumn(column);
            }
        }

        @Override
        public @Nullable Object value(int column) {
            return switch (column) {
                case 0 -> id;
                case 1 -> authorId;
                case 2 -> lector;
                default -> throw noColumn(column);
            };
        }

        @Override
        public void value(int column, @Nullable Object value) {
            switch (column) {
                case 0 -> id = (Integer) value;
                case 1 -> authorId = (UUID) value;
                case 2 -> lector = (UUID) value;
                default -> throw noColumn(column);
            }
        }

        @Override
        public Snapshot<Book> copy() {
            State copy = new State();
            copy.id = id;
            copy.authorId = authorId;
            copy.lector = lector;
            return copy;
        }
    }
}
