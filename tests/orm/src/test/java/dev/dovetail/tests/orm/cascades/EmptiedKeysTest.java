package dev.dovetail.tests.orm.cascades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.StaleDataException;
import dev.dovetail.orm.Session;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.cascades.Rules.SettingNullChild;
import dev.dovetail.tests.orm.cascades.Rules.SettingNullParent;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key that the session's own delete has emptied, by ON DELETE SET NULL, is known to be NULL. */
class EmptiedKeysTest {

    private final TestDatabase database = TestDatabase.of(SettingNullParent.class, SettingNullChild.class);
    private final Session session = database.open();
    private final SettingNullParent parent = new SettingNullParent();
    private final SettingNullParent other = new SettingNullParent();
    private final SettingNullChild child = new SettingNullChild();

    @BeforeEach
    void store() {
        child.parent.set(parent);
        session.addAll(List.of(parent, other, child));
        session.commit();
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void theFieldSaysSoAtOnce() {
        session.refresh(child);
        session.delete(parent);
        session.flush();
        database.statements().clear();
        assertThat(child.parentId).isNull();
        assertThat(database.statements().all()).isEmpty();
        assertThat(child.parent.get()).isNull();
    }

    @Test
    void theObjectCanBeMovedOn() {
        session.delete(parent);
        session.flush();
        child.parent.set(other);
        session.commit();
        assertThat(database.rows("SELECT parent_id FROM setting_null_child")).containsExactly("" + other.id);
    }

    @Test
    void theFieldCanBeSet() {
        session.refresh(child);
        session.delete(parent);
        session.flush();
        child.parentId = other.id;
        session.commit();
        assertThat(database.rows("SELECT parent_id FROM setting_null_child")).containsExactly("" + other.id);
    }

    @Test
    void aRollbackBringsTheKeyBack() {
        session.refresh(child);
        session.delete(parent);
        session.flush();
        session.rollback();
        assertThat(child.parentId).isEqualTo(parent.id);
        assertThat(child.parent.get()).isSameAs(parent);
    }

    @Test
    void whatSomebodyElseWroteIsStillNotOverwritten() {
        session.delete(parent);
        session.flush();
        session.connection()
                .execute(Sql.sql("UPDATE setting_null_child SET parent_id = " + other.id + " WHERE id = " + child.id));
        child.parentId = other.id + 1;
        assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
    }
}
