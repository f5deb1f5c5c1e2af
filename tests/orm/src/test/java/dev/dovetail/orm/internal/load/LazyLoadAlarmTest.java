package dev.dovetail.orm.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.attribute.MappedClasses;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.loading.Report;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the N+1 alarm goes off, and what it says. */
class LazyLoadAlarmTest {

    private final List<String> warnings = new ArrayList<>();
    private final RelationshipEnd books =
            RelationshipEnd.of(MappedClasses.of(Author.class)).get(0);

    private void loads(LazyLoadAlarm alarm, int times) {
        for (int i = 0; i < times; i++) {
            Report.print(() -> alarm.loads(books));
        }
    }

    @Test
    void itNamesLineCountAndRemedyOnce() {
        LazyLoadAlarm alarm = new LazyLoadAlarm(3, warnings::add);
        loads(alarm, 2);
        assertThat(warnings).isEmpty();
        loads(alarm, 10);
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("Author.books was loaded 3 times at ")
                .contains("Report.print(Report.java:10)")
                .endsWith("load it with the query: select(AUTHOR).options(selectInLoad(AUTHOR.books))");
    }

    @Test
    void deferredColumnsAreCountedByThemselves() {
        LazyLoadAlarm alarm = new LazyLoadAlarm(2, warnings::add);
        for (int i = 0; i < 3; i++) {
            Report.print(() -> {
                alarm.loads("Paper", "body");
                if (warnings.isEmpty()) {
                    alarm.loads("Paper", "note");
                }
            });
        }
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("Paper.body was loaded 2 times at ")
                .endsWith("read it with the query: select(PAPER).options(undefer(PAPER.body))");
    }

    @Test
    void zeroIsNever() {
        loads(new LazyLoadAlarm(0, warnings::add), 100);
        assertThat(warnings).isEmpty();
    }
}
