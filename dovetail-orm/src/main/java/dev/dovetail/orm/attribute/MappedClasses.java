package dev.dovetail.orm.attribute;

import dev.dovetail.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the processor wrote for a class. Nothing is kept but what could be found again: each class has a slot, which
 * its generated mapper fills when it is initialised. No reflective access is needed, so no package has to be opened.
 */
public final class MappedClasses {

    private static final String INSTRUCTION =
            "; compile it with Dovetail's annotation processor: add dev.dovetail:dovetail-processor to <annotationProcessorPaths>"
                    + " of the maven-compiler-plugin (or to annotationProcessor in Gradle). A JDK from 23 on runs no"
                    + " processor that merely lies on the class path";

    private static final ClassValue<Slot> SLOTS = new ClassValue<>() {
        @Override
        protected Slot computeValue(Class<?> type) {
            return new Slot();
        }
    };

    private MappedClasses() {}

    /**
     * The mapping of a class or of its nearest mapped superclass.
     *
     * @param type the class
     * @return the mapping
     * @throws UsageException if the processor never saw the class
     */
    public static MappedClass<?> of(Class<?> type) {
        return find(type)
                .orElseThrow(() -> new UsageException(
                        "DVT-USE-UNMAPPED", type.getName() + " has no generated mapper" + INSTRUCTION));
    }

    /**
     * The mapping of a class or of its nearest mapped superclass, if there is one.
     *
     * @param type the class
     * @return the mapping
     */
    public static Optional<MappedClass<?>> find(Class<?> type) {
        for (Class<?> candidate = type;
                candidate != null && candidate != Object.class;
                candidate = candidate.getSuperclass()) {
            Slot slot = SLOTS.get(candidate);
            MappedClass<?> mapped = slot.mapped;
            if (mapped == null) {
                mapped = slot.initialise(candidate);
            }
            if (mapped != null) {
                return Optional.of(mapped);
            }
        }
        return Optional.empty();
    }

    /**
     * Fills a class's slot. Called by generated code.
     *
     * @param mapped the mapping
     */
    public static void register(MappedClass<?> mapped) {
        SLOTS.get(mapped.entityClass()).mapped = mapped;
        MappedClass<?> base = mapped.base();
        if (base != null) {
            SLOTS.get(base.entityClass()).subclasses.add(mapped);
        }
    }

    /** A class and those that extend it, as far as they are initialised: all of a session factory's are. */
    static List<MappedClass<?>> hierarchy(MappedClass<?> mapped) {
        List<MappedClass<?>> hierarchy = new ArrayList<>();
        hierarchy.add(mapped);
        Set<MappedClass<?>> subclasses = SLOTS.get(mapped.entityClass()).subclasses;
        List<MappedClass<?>> own;
        synchronized (subclasses) {
            own = new ArrayList<>(subclasses);
        }
        own.sort(Comparator.comparing(subclass -> subclass.entityClass().getName()));
        own.forEach(subclass -> hierarchy.addAll(hierarchy(subclass)));
        return hierarchy;
    }

    /**
     * The relationships of a mapped class.
     *
     * @param mapped the class
     * @return one end for each relationship, in the model's order, those of its base being the base's; not to be changed
     */
    static RelationshipEnd[] ends(MappedClass<?> mapped) {
        Slot slot = SLOTS.get(mapped.entityClass());
        RelationshipEnd[] known = slot.ends;
        return known == null ? slot.ends(mapped) : known;
    }

    /** What is known of one class. Racing threads compute equal values. */
    private static final class Slot {
        private volatile @Nullable MappedClass<?> mapped;
        private volatile RelationshipEnd @Nullable [] ends;
        private volatile boolean missing;
        /** Weak, as a subclass may be of a class loader that goes before that of its base. */
        private final Set<MappedClass<?>> subclasses =
                Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

        /** Ends are the same for all threads: they know which object is whose. */
        synchronized RelationshipEnd[] ends(MappedClass<?> of) {
            RelationshipEnd[] known = ends;
            if (known == null) {
                RelationshipEnd[] inherited =
                        of.base() == null ? new RelationshipEnd[0] : MappedClasses.ends(of.base());
                known = Arrays.copyOf(inherited, of.model().relationships().size());
                for (int position = inherited.length; position < known.length; position++) {
                    known[position] = new RelationshipEnd(of, position);
                }
                ends = known;
            }
            return known;
        }

        @Nullable
        MappedClass<?> initialise(Class<?> type) {
            if (missing) {
                return null;
            }
            try {
                Class.forName(mapperName(type), true, type.getClassLoader());
            } catch (ClassNotFoundException e) {
                missing = true;
            }
            return mapped;
        }
    }

    private static String mapperName(Class<?> type) {
        String simple = type.getName().substring(type.getPackageName().length());
        return type.getPackageName() + simple.replace('$', '_') + "_Mapper";
    }
}
