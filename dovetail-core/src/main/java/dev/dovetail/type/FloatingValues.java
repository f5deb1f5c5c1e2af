package dev.dovetail.type;

/** Binary floating point: 0.0 and -0.0 are the same for a database, though {@code equals} tells them apart. */
record FloatingValues<J extends Number>(Class<J> javaClass) implements Values<J> {
    @Override
    public Codec<J> codec(BasicType<J> type) {
        return StandardCodecs.ofKind(type);
    }

    @Override
    public boolean same(BasicType<J> type, J a, J b) {
        return a.equals(b) || a.doubleValue() == b.doubleValue();
    }
}
