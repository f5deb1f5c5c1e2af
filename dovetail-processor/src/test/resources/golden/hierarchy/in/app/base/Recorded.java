package app.base;

import dev.dovetail.orm.mapping.Created;
import dev.dovetail.orm.mapping.MappedSuperclass;
import java.time.Instant;

@MappedSuperclass
public abstract class Recorded {
    @Created
    private Instant createdAt;

    String note;

    public Instant createdAt() {
        return createdAt;
    }
}
