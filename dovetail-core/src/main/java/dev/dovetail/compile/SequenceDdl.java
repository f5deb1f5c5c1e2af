package dev.dovetail.compile;

import dev.dovetail.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The options of sequences and identity columns. */
final class SequenceDdl {
    private SequenceDdl() {}

    static String options(SequenceOptions options) {
        List<String> words = new ArrayList<>();
        add(words, "START WITH ", options.start());
        add(words, "INCREMENT BY ", options.increment());
        add(words, "MINVALUE ", options.minimum());
        add(words, "MAXVALUE ", options.maximum());
        add(words, "CACHE ", options.cache());
        if (options.cycle()) {
            words.add("CYCLE");
        }
        return String.join(" ", words);
    }

    private static void add(List<String> words, String word, OptionalLong number) {
        number.ifPresent(value -> words.add(word + value));
    }

    /** What is left of the options where only the first value can be said. */
    static SequenceOptions startOf(SequenceOptions options) {
        return options.start().isPresent()
                ? SequenceOptions.DEFAULT.startWith(options.start().getAsLong())
                : SequenceOptions.DEFAULT;
    }
}
