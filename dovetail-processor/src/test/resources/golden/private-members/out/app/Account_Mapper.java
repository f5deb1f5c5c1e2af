package app;

import static dev.dovetail.type.Types.BIGINT;
import static dev.dovetail.type.Types.DATE;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.FieldAccess;
import dev.dovetail.orm.generated.RowReader;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.Loading;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.ForeignKeyModel;
import dev.dovetail.orm.mapping.model.RelationshipModel;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Account} and knows its table. Written by Dovetail's processor. */
public final class Account_Mapper extends EntityMapper<Account> {

    private static final VarHandle ID_FIELD =
            FieldAccess.field(MethodHandles.lookup(), Account.class, "id", Long.class);
    private static final VarHandle NAME_FIELD =
            FieldAccess.field(MethodHandles.lookup(), Account.class, "name", String.class);
    private static final VarHandle LOGINS_FIELD =
            FieldAccess.field(MethodHandles.lookup(), Account.class, "logins", int.class);
    private static final VarHandle DATE_FIELD =
            FieldAccess.field(MethodHandles.lookup(), Account.class, "date", LocalDate.class);
    private static final VarHandle REFERRER_FIELD =
            FieldAccess.field(MethodHandles.lookup(), Account.class, "referrer", One.class);
    private static final VarHandle REFERRED_FIELD =
            FieldAccess.field(MethodHandles.lookup(), Account.class, "referred", Many.class);
    private static final MethodHandle CONSTRUCTOR = FieldAccess.constructor(MethodHandles.lookup(), Account.class);

    /** The only instance. */
    public static final Account_Mapper INSTANCE = new Account_Mapper();

    static {
        register(INSTANCE);
    }

    private Account_Mapper() {
        super(VERSION_1, Account.class, describe(), BIGINT, VARCHAR(255), INTEGER, DATE, BIGINT);
    }

    private static EntityModel describe() {
        return EntityModel.of("app.Account", "account")
                .columns(
                        ColumnModel.of("id", "id", Long.class, BIGINT).asId().asGenerated(),
                        ColumnModel.of("name", "name", String.class, VARCHAR(255)),
                        ColumnModel.of("logins", "logins", int.class, INTEGER).notNull(),
                        ColumnModel.of("date", "date", LocalDate.class, DATE),
                        ColumnModel.of("referrer_id", null, Long.class, BIGINT))
                .foreignKeys(
                        ForeignKeyModel.to("account", "referrer_id").member("referrer").targetEntity("app.Account"))
                .relationships(
                        RelationshipModel.one("referrer", "app.Account").backPopulates("referred"),
                        RelationshipModel.many("referred", "app.Account")
                                .backPopulates("referrer")
                                .loading(Loading.SELECT_IN)
                                .orderBy("name DESC"));
    }

    @Override
    public Account instantiate() {
        return FieldAccess.construct(CONSTRUCTOR, Account.class);
    }

    @Override
    public @Nullable Object get(Account account, int column) {
        return switch (column) {
            case 0 -> (Long) ID_FIELD.get(account);
            case 1 -> (String) NAME_FIELD.get(account);
            case 2 -> (int) LOGINS_FIELD.get(account);
            case 3 -> (LocalDate) DATE_FIELD.get(account);
            case 4 -> HolderAccess.key((One<?>) REFERRER_FIELD.get(account), 0);
            default -> throw noColumn(column);
        };
    }

    @Override
    public void set(Account account, int column, @Nullable Object value) {
        switch (column) {
            case 0 -> ID_FIELD.set(account, (Long) value);
            case 1 -> NAME_FIELD.set(account, (String) value);
            case 2 -> LOGINS_FIELD.set(account, (int) value);
            case 3 -> DATE_FIELD.set(account, (LocalDate) value);
            case 4 -> HolderAccess.key((One<?>) REFERRER_FIELD.get(account), 0, value);
            default -> throw noColumn(column);
        }
    }

    @Override
    public Holder<?> holder(Account account, int relationship) {
        return switch (relationship) {
            case 0 -> (One<?>) REFERRER_FIELD.get(account);
            case 1 -> (Many<?>) REFERRED_FIELD.get(account);
            default -> throw noRelationship(relationship);
        };
    }

    @Override
    public Snapshot<Account> snapshot() {
        return new State();
    }

    /** The column values of one {@link Account} as the database last had them. */
    private static final class State extends Snapshot<Account> {

        private @Nullable Long id;
        private @Nullable String name;
        private int logins;
        private @Nullable LocalDate date;
        private @Nullable Long referrerId;

        @Override
        public boolean differs(Account account) {
            return !Objects.equals(id, (Long) ID_FIELD.get(account))
                    || !Objects.equals(name, (String) NAME_FIELD.get(account))
                    || logins != (int) LOGINS_FIELD.get(account)
                    || !Objects.equals(date, (LocalDate) DATE_FIELD.get(account))
                    || !Objects.equals(referrerId, HolderAccess.key((One<?>) REFERRER_FIELD.get(account), 0));
        }

        @Override
        public boolean differs(Account account, int column) {
            return switch (column) {
                case 0 -> !Objects.equals(id, (Long) ID_FIELD.get(account));
                case 1 -> !Objects.equals(name, (String) NAME_FIELD.get(account));
                case 2 -> logins != (int) LOGINS_FIELD.get(account);
                case 3 -> !Objects.equals(date, (LocalDate) DATE_FIELD.get(account));
                case 4 -> !Objects.equals(referrerId, HolderAccess.key((One<?>) REFERRER_FIELD.get(account), 0));
                default -> throw noColumn(column);
            };
        }

        @Override
        public void read(RowReader row) throws SQLException {
            id = row.bigint(0);
            name = row.string(1);
            logins = row.intValue(2);
            date = row.value(3, LocalDate.class);
            referrerId = row.bigint(4);
        }

        @Override
        public void take(Account account, int column) {
            switch (column) {
                case 0 -> id = (Long) ID_FIELD.get(account);
                case 1 -> name = (String) NAME_FIELD.get(account);
                case 2 -> logins = (int) LOGINS_FIELD.get(account);
                case 3 -> date = (LocalDate) DATE_FIELD.get(account);
                case 4 -> referrerId = (Long) HolderAccess.key((One<?>) REFERRER_FIELD.get(account), 0);
                default -> throw noColumn(column);
            }
        }

        @Override
        public void restore(Account account) {
            ID_FIELD.set(account, id);
            NAME_FIELD.set(account, name);
            LOGINS_FIELD.set(account, logins);
            DATE_FIELD.set(account, date);
            HolderAccess.key((One<?>) REFERRER_FIELD.get(account), 0, referrerId);
        }

        @Override
        public void restore(Account account, int column) {
            switch (column) {
                case 0 -> ID_FIELD.set(account, id);
                case 1 -> NAME_FIELD.set(account, name);
                case 2 -> LOGINS_FIELD.set(account, logins);
                case 3 -> DATE_FIELD.set(account, date);
                case 4 -> HolderAccess.key((One<?>) REFERRER_FIELD.get(account), 0, referrerId);
                default -> throw noColumn(column);
            }
        }

        @Override
        public @Nullable Object value(int column) {
            return switch (column) {
                case 0 -> id;
                case 1 -> name;
                case 2 -> logins;
                case 3 -> date;
                case 4 -> referrerId;
                default -> throw noColumn(column);
            };
        }

        @Override
        public void value(int column, @Nullable Object value) {
            switch (column) {
                case 0 -> id = (Long) value;
                case 1 -> name = (String) value;
                case 2 -> logins = (int) value;
                case 3 -> date = (LocalDate) value;
                case 4 -> referrerId = (Long) value;
                default -> throw noColumn(column);
            }
        }

        @Override
        public Snapshot<Account> copy() {
            State copy = new State();
            copy.id = id;
            copy.name = name;
            copy.logins = logins;
            copy.date = date;
            copy.referrerId = referrerId;
            return copy;
        }
    }
}
