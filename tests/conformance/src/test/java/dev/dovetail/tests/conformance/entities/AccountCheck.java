package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** unique nullable code, CHECK constraints, default cascade; written by {@code EntityFilesTest}. */
public final class AccountCheck {
    private AccountCheck() {}

    /** A row of {@code account}. */
    @Entity(table = "account")
    @Check(sql = "balance >= 0", name = "ck_account")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Account {

        @Id
        @Nullable
        Integer id;

        @Column(unique = true)
        @Nullable
        String code;

        @Column(nullable = false)
        @Nullable
        Integer balance;

        @Relationship(
                backPopulates = "account",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                orderBy = "id")
        final Many<Entry> entries = new Many<>(this);
    }

    /** A row of {@code entry}. */
    @Entity(table = "entry")
    @Check(sql = "amount <> 0", name = "ck_entry")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Entry {

        @Id
        @Nullable
        Integer id;

        @Column(nullable = false)
        @Nullable
        Integer amount;

        @ForeignKey(references = Account.class)
        @Nullable
        Integer accountId;

        @Relationship(
                backPopulates = "entries",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER)
        final One<Account> account = new One<>(this);
    }
}
