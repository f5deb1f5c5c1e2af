package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;

@Entity
class Device {
    @Id Integer id;

    @Relationship(backPopulates = "device", loading = Loading.SELECT_IN)
    //! [MAP53] Device.readings: a WriteOnly is never loaded; drop loading, or hold the objects in a Many
    final WriteOnly<Reading> readings = new WriteOnly<>(this);

    @Relationship(viewOnly = true, orderBy = "id DESC")
    final Many<Reading> latest = new Many<>(this);

    @Relationship(viewOnly = true, cascade = {Cascade.SAVE_UPDATE, Cascade.DELETE})
    //! [MAP52] Device.deleted: it is viewOnly, but has the cascade SAVE_UPDATE, DELETE; drop the one or the other
    final ManySet<Reading> deleted = new ManySet<>(this);

    final ManyMap unknown = new ManyMap<>(this, element -> element);
    //! [MAP23] Device.unknown: the ManyMap does not say of which class; write ManyMap<…, …>
}

@Entity
class Reading {
    @Id Integer id;

    @ForeignKey(references = Device.class)
    Integer deviceId;

    @Relationship(backPopulates = "readings")
    final One<Device> device = new One<>(this);

    @Relationship(viewOnly = true, backPopulates = "seen")
    //! [MAP52] Reading.seenBy: it is viewOnly, so that it cannot be kept equal to "seen"; drop backPopulates on both sides, or viewOnly
    //! [MAP06] Reading.seenBy: backPopulates = "seen": Device has no relationship of that name; those to Reading are: readings, latest, deleted
    final One<Device> seenBy = new One<>(this);
}
