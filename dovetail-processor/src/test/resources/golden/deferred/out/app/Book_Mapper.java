package app;

import static dev.dovetail.type.Types.BINARY;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;

import dev.dovetail.orm.attribute.Deferred;
import dev.dovetail.orm.attribute.DeferredAccess;
import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.FieldAccess;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.type.Type;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Book} and knows its table. Written by Dovetail's processor. */
public final class Book_Mapper extends EntityMapper<Book> {

    private static final Type<String> BODY_TYPE = VARCHAR(255);
    private static final Type<byte[]> COVER_TYPE = BINARY(200);
    private static final VarHandle COVER_FIELD =
            FieldAccess.field(MethodHandles.lookup(), Book.class, "cover", Deferred.class);

    /** The only instance. */
    public static final Book_Mapper INSTANCE = new Book_Mapper();

    static {
        register(INSTANCE);
    }

    private Book_Mapper() {
        super(VERSION_1, Book.class, describe(), INTEGER, BODY_TYPE, VARCHAR(255), COVER_TYPE, VARCHAR(255));
    }

    private static EntityModel describe() {
        return EntityModel.of("app.Book", "book").discriminator("type").identity("book")
                .columns(
                        ColumnModel.of("id", "id", Integer.class, INTEGER).asId().asGenerated(),
                        ColumnModel.of("body", "body", String.class, BODY_TYPE).with(ColumnModel.Trait.DEFERRED),
                        ColumnModel.of("title", "title", String.class, VARCHAR(255)).notNull(),
                        ColumnModel.of("cover", "cover", byte[].class, COVER_TYPE).with(ColumnModel.Trait.DEFERRED),
                        ColumnModel.of("type", null, String.class, VARCHAR(255)).notNull());
    }

    @Override
    public Book instantiate() {
        return new Book();
    }

    @Override
    public @Nullable Object get(Book book, int column) {
        return switch (column) {
            case 0 -> book.id;
            case 1 -> DeferredAccess.value(book.body);
            case 2 -> book.title;
            case 3 -> DeferredAccess.value((Deferred<?>) COVER_FIELD.get(book));
            case 4 -> identity(book);
            default -> throw noColumn(column);
        };
    }

    @Override
    public void set(Book book, int column, @Nullable Object value) {
        switch (column) {
            case 0 -> book.id = (Integer) value;
            case 1 -> DeferredAccess.set(book.body, value);
            case 2 -> book.title = (String) value;
            case 3 -> DeferredAccess.set((Deferred<?>) COVER_FIELD.get(book), value);
            case 4 -> {}
            default -> throw noColumn(column);
        }
    }

    @Override
    public Holder<?> holder(Book book, int relationship) {
        throw noRelationship(relationship);
    }

    @Override
    public Deferred<?> deferred(Book book, int column) {
        return switch (column) {
            case 1 -> book.body;
            case 3 -> (Deferred<?>) COVER_FIELD.get(book);
            default -> throw noColumn(column);
        };
    }

    @Override
    public Snapshot<Book> snapshot() {
        return new State();
    }

    /** The column values of one {@link Book} as the database last had them. */
    private static final class State extends Snapshot<Book> {

        private @Nullable Integer id;
        private @Nullable Object body = DeferredAccess.NOT_LOADED;
        private @Nullable String title;
        private @Nullable Object cover = DeferredAccess.NOT_LOADED;
        private @Nullable String type;

        @Override
        public boolean differs(Book book) {
            return !Objects.equals(id, book.id)
                    || DeferredAccess.differs(book.body, body, BODY_TYPE)
                    || !Objects.equals(title, book.title)
                    || DeferredAccess.differs((Deferred<?>) COVER_FIELD.get(book), cover, COVER_TYPE)
                    || !Objects.equals(type, identity(book));
        }

        @Override
        public boolean differs(Book book, int column) {
            return switch (column) {
                case 0 -> !Objects.equals(id, book.id);
                case 1 -> DeferredAccess.differs(book.body, body, BODY_TYPE);
                case 2 -> !Objects.equals(title, book.title);
                case 3 -> DeferredAccess.differs((Deferred<?>) COVER_FIELD.get(book), cover, COVER_TYPE);
                case 4 -> !Objects.equals(type, identity(book));
                default -> throw noColumn(column);
            };
        }

        @Override
        public void read(RowReader row) throws SQLException {
            id = row.integer(0);
            body = row.deferred(1);
            title = row.string(2);
            cover = row.deferred(3);
            type = row.string(4);
        }

        @Override
        public void take(Book book, int column) {
            switch (column) {
                case 0 -> id = book.id;
                case 1 -> body = DeferredAccess.take(book.body, BODY_TYPE);
                case 2 -> title = book.title;
                case 3 -> cover = DeferredAccess.take((Deferred<?>) COVER_FIELD.get(book), COVER_TYPE);
                case 4 -> type = (String) identity(book);
                default -> throw noColumn(column);
            }
        }

        @Override
        public void restore(Book book) {
            book.id = id;
            DeferredAccess.restore(book.body, body, BODY_TYPE);
            book.title = title;
            DeferredAccess.restore((Deferred<?>) COVER_FIELD.get(book), cover, COVER_TYPE);
        }

        @Override
        public void restore(Book book, int column) {
            switch (column) {
                case 0 -> book.id = id;
                case 1 -> DeferredAccess.restore(book.body, body, BODY_TYPE);
                case 2 -> book.title = title;
                case 3 -> DeferredAccess.restore((Deferred<?>) COVER_FIELD.get(book), cover, COVER_TYPE);
                case 4 -> {}
                default -> throw noColumn(column);
            }
        }

        @Override
        public @Nullable Object value(int column) {
            return switch (column) {
                case 0 -> id;
                case 1 -> body;
                case 2 -> title;
                case 3 -> cover;
                case 4 -> type;
                default -> throw noColumn(column);
            };
        }

        @Override
        public void value(int column, @Nullable Object value) {
            switch (column) {
                case 0 -> id = (Integer) value;
                case 1 -> body = value;
                case 2 -> title = (String) value;
                case 3 -> cover = value;
                case 4 -> type = (String) value;
                default -> throw noColumn(column);
            }
        }

        @Override
        public Snapshot<Book> copy() {
            State copy = new State();
            copy.id = id;
            copy.body = body;
            copy.title = title;
            copy.cover = cover;
            copy.type = type;
            return copy;
        }
    }
}
