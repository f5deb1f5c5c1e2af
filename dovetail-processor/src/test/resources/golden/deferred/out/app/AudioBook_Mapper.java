package app;

import static dev.dovetail.type.Types.BIGINT;

import dev.dovetail.orm.attribute.Deferred;
import dev.dovetail.orm.attribute.DeferredAccess;
import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link AudioBook} and knows its table. Written by Dovetail's processor. */
public final class AudioBook_Mapper extends EntityMapper<AudioBook> {

    /** The only instance. */
    public static final AudioBook_Mapper INSTANCE = new AudioBook_Mapper();

    static {
        register(INSTANCE);
    }

    private AudioBook_Mapper() {
        super(VERSION_1, AudioBook.class, Book_Mapper.INSTANCE, describe(), BIGINT);
    }

    private static EntityModel describe() {
        return EntityModel.extending(Book_Mapper.INSTANCE.model(), "app.AudioBook").identity("audio")
                .columns(
                        ColumnModel.of("listeners", "listeners", Long.class, BIGINT).with(ColumnModel.Trait.DEFERRED));
    }

    @Override
    public AudioBook instantiate() {
        return new AudioBook();
    }

    @Override
    public @Nullable Object get(AudioBook audioBook, int column) {
        return switch (column) {
            case 5 -> DeferredAccess.value(audioBook.listeners);
            default -> Book_Mapper.INSTANCE.get(audioBook, column);
        };
    }

    @Override
    public void set(AudioBook audioBook, int column, @Nullable Object value) {
        switch (column) {
            case 5 -> DeferredAccess.set(audioBook.listeners, value);
            default -> Book_Mapper.INSTANCE.set(audioBook, column, value);
        }
    }

    @Override
    public Holder<?> holder(AudioBook audioBook, int relationship) {
        return Book_Mapper.INSTANCE.holder(audioBook, relationship);
    }

    @Override
    public Deferred<?> deferred(AudioBook audioBook, int column) {
        return switch (column) {
            case 5 -> audioBook.listeners;
            default -> Book_Mapper.INSTANCE.deferred(audioBook, column);
        };
    }

    @Override
    public Snapshot<AudioBook> snapshot() {
        return new State();
    }

    /** The column values of one {@link AudioBook} as the database last had them. */
    private static final class State extends Snapshot<AudioBook> {

        private Snapshot<Book> base = Book_Mapper.INSTANCE.snapshot();
        private @Nullable Object listeners = DeferredAccess.NOT_LOADED;

        @Override
        public boolean differs(AudioBook audioBook) {
            return base.differs(audioBook) || DeferredAccess.differs(audioBook.listeners, listeners, BIGINT);
        }

        @Override
        public boolean differs(AudioBook audioBook, int column) {
            return switch (column) {
                case 5 -> DeferredAccess.differs(audioBook.listeners, listeners, BIGINT);
                default -> base.differs(audioBook, column);
            };
        }

        @Override
        public void read(RowReader row) throws SQLException {
            base.read(row);
            listeners = row.deferred(5);
        }

        @Override
        public void take(AudioBook audioBook, int column) {
            switch (column) {
                case 5 -> listeners = DeferredAccess.take(audioBook.listeners, BIGINT);
                default -> base.take(audioBook, column);
            }
        }

        @Override
        public void restore(AudioBook audioBook) {
            base.restore(audioBook);
            DeferredAccess.restore(audioBook.listeners, listeners, BIGINT);
        }

        @Override
        public void restore(AudioBook audioBook, int column) {
            switch (column) {
                case 5 -> DeferredAccess.restore(audioBook.listeners, listeners, BIGINT);
                default -> base.restore(audioBook, column);
            }
        }

        @Override
        public @Nullable Object value(int column) {
            return switch (column) {
                case 5 -> listeners;
                default -> base.value(column);
            };
        }

        @Override
        public void value(int column, @Nullable Object value) {
            switch (column) {
                case 5 -> listeners = value;
                default -> base.value(column, value);
            }
        }

        @Override
        public Snapshot<AudioBook> copy() {
            State copy = new State();
            copy.base = base.copy();
            copy.listeners = listeners;
            return copy;
        }
    }
}
