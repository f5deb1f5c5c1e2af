/** Five short programs about foreign keys. */
module dev.dovetail.examples.stories {
    requires dev.dovetail.orm;
    requires static org.jspecify;

    provides dev.dovetail.orm.generated.EntityIndex with
            dev.dovetail.examples.stories.AppModel;
}
