package app;

import static dev.dovetail.type.Types.UUID;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.RelationshipModel;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Author} and knows its table. Written by Dovetail's processor. */
public final class Author_Mapper extends EntityMapper<Author> {

    /** The only instance. */
    public static final Author_Mapper INSTANCE = new Author_Mapper();

    static {
        register(INSTANCE);
    }

    private Author_Mapper() {
        super(VERSION_1, Author.class, describe(), UUID);
    }

    private static EntityModel describe() {
        return EntityModel.of("app.Author", "author")
                .columns(
                        ColumnModel.of("id", "id", UUID.class, UUID).asId())
                .relationships(
                        RelationshipModel.many("books", "app.Book").backPopulates("author"));
    }

    @Override
    public Author instantiate() {
        return new Author();
    }

    @Override
    public @Nullable Object get(Author author, int column) {
        return switch (column) {
            case 0 -> author.id;
            default -> throw noColumn(column);
        };
    }

    @Override
    public void set(Author author, int column, @Nullable Object value) {
        switch (column) {
            case 0 -> author.id = (UUID) value;
            default -> throw noColumn(column);
        }
    }

    @Override
    public Holder<?> holder(Author author, int relationship) {
        return switch (relationship) {
            case 0 -> author.books;
            default -> throw noRelationship(relationship);
        };
    }

    @Override
    public Snapshot<Author> snapshot() {
        return new State();
    }

    /** The column values of one {@link Author} as the database last had them. */
    private static final class State extends Snapshot<Author> {

        private @Nullable UUID id;

        @Override
        public boolean differs(Author author) {
            return !Objects.equals(id, author.id);
        }

        @Override
        public boolean differs(Author author, int column) {
            return switch (column) {
                case 0 -> !Objects.equals(id, author.id);
                default -> throw noColumn(column);
            };
        }

        @Override
        public void read(RowReader row) throws SQLException {
            id = row.value(0, UUID.class);
        }

        @Override
        public void take(Author author, int column) {
            switch (column) {
                case 0 -> id = author.id;
                default -> throw noColumn(column);
            }
        }

        @Override
        public void restore(Author author) {
            author.id = id;
        }

        @Override
        public void restore(Author author, int column) {
            switch (column) {
                case 0 -> author.id = id;
                default -> throw noColumn(column);
            }
        }

        @Override
        public @Nullable Object value(int column) {
            return switch (column) {
                case 0 -> id;
                default -> throw noColumn(column);
            };
        }

        @Override
        public void value(int column, @Nullable Object value) {
            switch (column) {
                case 0 -> id = (UUID) value;
                default -> throw noColumn(column);
            }
        }

        @Override
        public Snapshot<Author> copy() {
            State copy = new State();
            copy.id = id;
            return copy;
        }
    }
}
