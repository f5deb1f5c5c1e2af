package dev.dovetail.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The contenders on the class path. */
public final class Contenders {

    private Contenders() {}

    /** All of them: {@code jdbc} first, which is the base of all ratios. */
    public static List<ContenderProvider> all() {
        List<ContenderProvider> all = new ArrayList<>();
        for (ContenderProvider provider : ServiceLoader.load(ContenderProvider.class)) {
            if (provider.name().equals("jdbc")) {
                all.add(0, provider);
            } else {
                all.add(provider);
            }
        }
        return all;
    }

    /** Some of them, in the order of their names. */
    public static List<ContenderProvider> named(List<String> names) {
        return names.stream().map(Contenders::named).toList();
    }

    /** One of them. */
    public static ContenderProvider named(String name) {
        List<String> known = new ArrayList<>();
        for (ContenderProvider provider : all()) {
            if (provider.name().equals(name)) {
                return provider;
            }
            known.add(provider.name());
        }
        throw new IllegalArgumentException("no contender " + name + "; there are " + String.join(", ", known));
    }
}
