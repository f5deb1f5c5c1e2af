package dev.dovetail.orm.check;

import java.util.List;

/**
 * What the next flush would break, as far as that can be known now, and what is not known.
 *
 * @param problems what it would break, object by object in the order of the session
 * @param unchecked what was not checked
 */
public record CheckReport(List<Problem> problems, List<Unchecked> unchecked) {

    /** Copies the lists. */
    public CheckReport {
        problems = List.copyOf(problems);
        unchecked = List.copyOf(unchecked);
    }

    /**
     * Whether nothing was found.
     *
     * @return true if there are no problems; {@link #unchecked()} says what that does not cover
     */
    public boolean ok() {
        return problems.isEmpty();
    }

    /**
     * The problems of one object.
     *
     * @param entity an object of the session
     * @return its problems
     */
    public List<Problem> of(Object entity) {
        return problems.stream().filter(problem -> problem.entity() == entity).toList();
    }

    /** One line for each problem, and one for each thing that was not checked. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(problems.isEmpty() ? "no problems found\n" : "");
        problems.forEach(problem -> text.append(problem).append('\n'));
        unchecked.forEach(one -> text.append("not checked: ").append(one).append('\n'));
        return text.toString();
    }
}
