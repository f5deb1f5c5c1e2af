package app;

import dev.dovetail.orm.generated.EntityIndex;

/** The entities of this compilation. Written by Dovetail's processor. */
public final class AppModel extends EntityIndex {

    /** The instance that applications use. */
    public static final AppModel INSTANCE = new AppModel();

    /** For the service loader. */
    public AppModel() {
        super(AudioBook_Mapper.INSTANCE, Book_Mapper.INSTANCE);
    }
}
