package app;

import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Embedded;

public record Address(
        int zip,
        @Column(length = 60) String street,
        String city,
        @Embedded Spot spot) {

    public static final Address NOWHERE = new Address(0, null, null, null);

    public record Spot(Double latitude, Double longitude) {}
}
