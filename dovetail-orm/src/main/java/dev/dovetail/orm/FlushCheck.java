package dev.dovetail.orm;

import dev.dovetail.DovetailException;
import dev.dovetail.orm.check.CheckReport;
import dev.dovetail.orm.internal.check.FlushRules;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.Changes;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds what the next flush would break, and leaves everything as it is. */
final class FlushCheck {

    private final SessionState session;

    FlushCheck(SessionState session) {
        this.session = session;
    }

    CheckReport run() {
        session.checkUsable();
        Map<InstanceState, DovetailException> refusals = new LinkedHashMap<>();
        Changes changes = session.flush.changes(refusals::putIfAbsent);
        return FlushRules.check(changes, refusals, session);
    }
}
