/** What the compiler says of the mappings that SQLAlchemy was recorded to refuse, to warn of, or to take. */
@NullMarked
package dev.dovetail.tests.conformance.mistakes;

import org.jspecify.annotations.NullMarked;
