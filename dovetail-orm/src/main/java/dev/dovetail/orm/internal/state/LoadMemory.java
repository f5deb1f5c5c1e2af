package dev.dovetail.orm.internal.state;

import org.jspecify.annotations.Nullable;

/** What an object remembers of how it was loaded. Made and read by the loader; shared by all that came together. */
public interface LoadMemory {

    /** {@return what is still to be remembered when the object has gone stale, null for nothing} */
    @Nullable
    LoadMemory afterwards();
}
