/** Everything that generated code may call. Applications have no use for it. */
@NullMarked
package dev.dovetail.orm.generated;

import org.jspecify.annotations.NullMarked;
