package dev.dovetail.type;

/** Values that are immutable, are compared by {@code equals} and always fit. */
record PlainValues<J>(Class<J> javaClass) implements Values<J> {
    @Override
    public Codec<J> codec(BasicType<J> type) {
        return StandardCodecs.ofKind(type);
    }
}
