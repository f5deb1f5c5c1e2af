package dev.dovetail.tests.conformance.compare;

import java.util.List;

/** What came of comparing one scenario on one backend. */
public record Verdict(String scenario, String backend, List<Disagreement> disagreements, List<Excuse> excuses) {

    /** {@return whether the two agree in all that is compared and no rule explains} */
    public boolean agrees() {
        return disagreements.isEmpty();
    }
}
