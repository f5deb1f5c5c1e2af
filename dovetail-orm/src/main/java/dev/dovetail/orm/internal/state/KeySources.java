package dev.dovetail.orm.internal.state;

import dev.dovetail.orm.mapping.model.KeySource;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** What gives keys out before rows are inserted: blocks of sequences that were fetched ahead, and UUIDs. Thread-safe. */
public final class KeySources {

    private static final int TICKS_PER_MILLISECOND = 1 << 12;
    private static final int NANOSECONDS_PER_MILLISECOND = 1_000_000;

    private final Map<String, Blocks> sequences = new ConcurrentHashMap<>();
    private final AtomicLong lastTick = new AtomicLong();

    KeySources() {}

    /**
     * Keys of a sequence.
     *
     * @param source the sequence
     * @param count how many
     * @param fetch asks the database for that many values of the sequence
     * @return the keys, in order
     */
    public long[] next(KeySource source, int count, IntFunction<List<Long>> fetch) {
        return sequences
                .computeIfAbsent(String.valueOf(source.sequence()), name -> new Blocks())
                .next(source.block(), count, fetch);
    }

    /**
     * A UUID of version 7: milliseconds, then a count within them, then random bits. Each is greater than the one before.
     *
     * @param clock the time
     * @return the UUID
     */
    public UUID timeOrdered(Clock clock) {
        Instant now = clock.instant();
        long within = (long) (now.getNano() % NANOSECONDS_PER_MILLISECOND)
                * TICKS_PER_MILLISECOND
                / NANOSECONDS_PER_MILLISECOND;
        long ticks = now.toEpochMilli() * TICKS_PER_MILLISECOND + within;
        long tick = lastTick.updateAndGet(last -> Math.max(last + 1, ticks));
        long high = tick / TICKS_PER_MILLISECOND << 16 | 7L << 12 | tick % TICKS_PER_MILLISECOND;
        long low = ThreadLocalRandom.current().nextLong() >>> 2 | 1L << 63;
        return new UUID(high, low);
    }

    /** What is left of the blocks of one sequence. */
    private static final class Blocks {

        private final Deque<long[]> left = new ArrayDeque<>();

        /** Waits for another thread that fetches: the block it brings may do for both. */
        synchronized long[] next(int block, int count, IntFunction<List<Long>> fetch) {
            long have = left.stream().mapToLong(range -> range[1] - range[0]).sum();
            if (have < count) {
                int missing = (int) ((count - have + block - 1) / block);
                fetch.apply(missing).forEach(first -> left.add(new long[] {first, first + block}));
            }
            long[] keys = new long[count];
            for (int i = 0; i < count; i++) {
                long[] range = left.getFirst();
                keys[i] = range[0]++;
                if (range[0] == range[1]) {
                    left.removeFirst();
                }
            }
            return keys;
        }
    }
}
