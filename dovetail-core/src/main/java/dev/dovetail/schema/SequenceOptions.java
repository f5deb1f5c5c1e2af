package dev.dovetail.schema;

import java.util.OptionalLong;

/**
 * How a sequence or an identity column counts. What is left empty is left to the database, which counts from 1 by 1.
 *
 * @param start the first value
 * @param increment the step, negative to count down
 * @param minimum the smallest value
 * @param maximum the greatest value
 * @param cache how many values the database may take ahead; those not used are lost when it stops
 * @param cycle whether it begins again when it has come to its end
 */
public record SequenceOptions(
        OptionalLong start,
        OptionalLong increment,
        OptionalLong minimum,
        OptionalLong maximum,
        OptionalLong cache,
        boolean cycle) {
    /** All left to the database. */
    public static final SequenceOptions DEFAULT = new SequenceOptions(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            false);

    /**
     * The first value.
     *
     * @param value the value
     * @return the new options
     */
    public SequenceOptions startWith(long value) {
        return new SequenceOptions(OptionalLong.of(value), increment, minimum, maximum, cache, cycle);
    }

    /**
     * The step.
     *
     * @param value not 0; negative to count down
     * @return the new options
     */
    public SequenceOptions incrementBy(long value) {
        return new SequenceOptions(start, OptionalLong.of(value), minimum, maximum, cache, cycle);
    }

    /**
     * The smallest value.
     *
     * @param value the value
     * @return the new options
     */
    public SequenceOptions minValue(long value) {
        return new SequenceOptions(start, increment, OptionalLong.of(value), maximum, cache, cycle);
    }

    /**
     * The greatest value.
     *
     * @param value the value
     * @return the new options
     */
    public SequenceOptions maxValue(long value) {
        return new SequenceOptions(start, increment, minimum, OptionalLong.of(value), cache, cycle);
    }

    /**
     * How many values the database may take ahead.
     *
     * @param values at least 1
     * @return the new options
     */
    public SequenceOptions cache(long values) {
        return new SequenceOptions(start, increment, minimum, maximum, OptionalLong.of(values), cycle);
    }

    /**
     * Begins again at the end.
     *
     * @return the new options
     */
    public SequenceOptions cycled() {
        return new SequenceOptions(start, increment, minimum, maximum, cache, true);
    }
}
