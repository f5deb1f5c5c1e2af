package dev.dovetail.type;

/** Gives the codec for each basic type: the standard one, or a dialect's own. */
@FunctionalInterface
public interface CodecSource {
    /**
     * The codec for a basic type.
     *
     * @param <J> the Java class
     * @param type the type
     * @return its codec
     */
    <J> Codec<J> codec(BasicType<J> type);
}
