package app;

import static dev.dovetail.type.Types.INTEGER;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.ForeignKeyModel;
import dev.dovetail.orm.mapping.model.RelationshipModel;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Parcel} and knows its table. Written by Dovetail's processor. */
public final class Parcel_Mapper extends EntityMapper<Parcel> {

    /** The only instance. */
    public static final Parcel_Mapper INSTANCE = new Parcel_Mapper();

    static {
        register(INSTANCE);
    }

    private Parcel_Mapper() {
        super(VERSION_1, Parcel.class, describe(), INTEGER, INTEGER, INTEGER, INTEGER, INTEGER);
    }

    private static EntityModel describe() {
        return EntityModel.of("app.Parcel", "parcel")
                .columns(
                        ColumnModel.of("id", "id", Integer.class, INTEGER).asId().asGenerated(),
                        ColumnModel.of("line_order", "line.order", Integer.class, INTEGER),
                        ColumnModel.of("line_number", "line.number", int.class, INTEGER),
                        ColumnModel.of("second_order", null, Integer.class, INTEGER),
                        ColumnModel.of("second_number", null, Integer.class, INTEGER))
                .foreignKeys(
                        ForeignKeyModel.to("order_line", "line_order", "line_number")
                                .member("line")
                                .targetEntity("app.OrderLine"),
                        ForeignKeyModel.to("orders", "line_order").member("line.order").targetEntity("app.Order"),
                        ForeignKeyModel.to("order_line", "second_order", "second_number")
                                .member("second")
                                .targetEntity("app.OrderLine"))
                .relationships(
                        RelationshipModel.one("orderLine", "app.OrderLine").foreignKey("line"),
                        RelationshipModel.one("second", "app.OrderLine"));
    }

    @Override
    public Parcel instantiate() {
        return new Parcel();
    }

    @Override
    public @Nullable Object get(Parcel parcel, int column) {
        return switch (column) {
            case 0 -> parcel.id;
            case 1 -> lineOrderOf(parcel.line);
            case 2 -> lineNumberOf(parcel.line);
            case 3 -> HolderAccess.key(parcel.second, 0);
            case 4 -> HolderAccess.key(parcel.second, 1);
            default -> throw noColumn(column);
        };
    }

    @Override
    public void set(Parcel parcel, int column, @Nullable Object value) {
        switch (column) {
            case 0 -> parcel.id = (Integer) value;
            case 1 -> setLineOrder(parcel, (Integer) value);
            case 2 -> setLineNumber(parcel, (Integer) value);
            case 3 -> HolderAccess.key(parcel.second, 0, value);
            case 4 -> HolderAccess.key(parcel.second, 1, value);
            default -> throw noColumn(column);
        }
    }

    @Override
    public Holder<?> holder(Parcel parcel, int relationship) {
        return switch (relationship) {
            case 0 -> parcel.orderLine;
            case 1 -> parcel.second;
            default -> throw noRelationship(relationship);
        };
    }

    @Override
    public Snapshot<Parcel> snapshot() {
        return new State();
    }

    private static @Nullable Integer lineOrderOf(OrderLine.@Nullable Key value) {
        return value == null ? null : value.order();
    }

    private static @Nullable Integer lineNumberOf(OrderLine.@Nullable Key value) {
        return value == null ? null : value.number();
    }

    private static OrderLine.@Nullable Key newLine(@Nullable Integer order, @Nullable Integer number) {
        if (order == null && number == null) {
            return null;
        }
        return new OrderLine.Key(order, number == null ? 0 : number);
    }

    static @Nullable Object[] lineParts(OrderLine.Key value) {
        return new Object[] {lineOrderOf(value), lineNumberOf(value)};
    }

    private static void setLineOrder(Parcel parcel, @Nullable Integer value) {
        parcel.line = newLine(value, lineNumberOf(parcel.line));
    }

    private static void setLineNumber(Parcel parcel, @Nullable Integer value) {
        parcel.line = newLine(lineOrderOf(parcel.line), value);
    }

    /** The column values of one {@link Parcel} as the database last had them. */
    private static final class State extends Snapshot<Parcel> {

        private @Nullable Integer id;
        private @Nullable Integer lineOrder;
        private @Nullable Integer lineNumber;
        private @Nullable Integer secondOrder;
        private @Nullable Integer secondNumber;

        @Override
        public boolean differs(Parcel parcel) {
            return !Objects.equals(id, parcel.id)
                    || !Objects.equals(lineOrder, lineOrderOf(parcel.line))
                    || !Objects.equals(lineNumber, lineNumberOf(parcel.line))
                    || !Objects.equals(secondOrder, HolderAccess.key(parcel.second, 0))
                    || !Objects.equals(secondNumber, HolderAccess.key(parcel.second, 1));
        }

        @Override
        public boolean differs(Parcel parcel, int column) {
            return switch (column) {
                case 0 -> !Objects.equals(id, parcel.id);
                case 1 -> !Objects.equals(lineOrder, lineOrderOf(parcel.line));
                case 2 -> !Objects.equals(lineNumber, lineNumberOf(parcel.line));
                case 3 -> !Objects.equals(secondOrder, HolderAccess.key(parcel.second, 0));
                case 4 -> !Objects.equals(secondNumber, HolderAccess.key(parcel.second, 1));
                default -> throw noColumn(column);
            };
        }

        @Override
        public void read(RowReader row) throws SQLException {
            id = row.integer(0);
            lineOrder = row.integer(1);
            lineNumber = row.integer(2);
            secondOrder = row.integer(3);
            secondNumber = row.integer(4);
            if (lineNumber == null && (lineOrder != null)) {
                lineNumber = 0;
            }
        }

        @Override
        public void take(Parcel parcel, int column) {
            switch (column) {
                case 0 -> id = parcel.id;
                case 1 -> lineOrder = lineOrderOf(parcel.line);
                case 2 -> lineNumber = lineNumberOf(parcel.line);
                case 3 -> secondOrder = (Integer) HolderAccess.key(parcel.second, 0);
                case 4 -> secondNumber = (Integer) HolderAccess.key(parcel.second, 1);
                default -> throw noColumn(column);
            }
        }

        @Override
        public void restore(Parcel parcel) {
            parcel.id = id;
            parcel.line = newLine(lineOrder, lineNumber);
            HolderAccess.key(parcel.second, 0, secondOrder);
            HolderAccess.key(parcel.second, 1, secondNumber);
        }

        @Override
        public void restore(Parcel parcel, int column) {
            switch (column) {
                case 0 -> parcel.id = id;
                case 1 -> setLineOrder(parcel, lineOrder);
                case 2 -> setLineNumber(parcel, lineNumber);
                case 3 -> HolderAccess.key(parcel.second, 0, secondOrder);
                case 4 -> HolderAccess.key(parcel.second, 1, secondNumber);
                default -> throw noColumn(column);
            }
        }

        @Override
        public @Nullable Object value(int column) {
            return switch (column) {
                case 0 -> id;
                case 1 -> lineOrder;
                case 2 -> lineNumber;
                case 3 -> secondOrder;
                case 4 -> secondNumber;
                default -> throw noColumn(column);
            };
        }

        @Override
        public void value(int column, @Nullable Object value) {
            switch (column) {
                case 0 -> id = (Integer) value;
                case 1 -> lineOrder = (Integer) value;
                case 2 -> lineNumber = (Integer) value;
                case 3 -> secondOrder = (Integer) value;
                case 4 -> secondNumber = (Integer) value;
                default -> throw noColumn(column);
            }
        }

        @Override
        public Snapshot<Parcel> copy() {
            State copy = new State();
            copy.id = id;
            copy.lineOrder = lineOrder;
            copy.lineNumber = lineNumber;
            copy.secondOrder = secondOrder;
            copy.secondNumber = secondNumber;
            return copy;
        }
    }
}
