package app;

import dev.dovetail.orm.attribute.Deferred;
import dev.dovetail.orm.mapping.DiscriminatorValue;
import dev.dovetail.orm.mapping.Entity;

@Entity
@DiscriminatorValue("audio")
class AudioBook extends Book {

    final Deferred<Long> listeners = new Deferred<>();
}
