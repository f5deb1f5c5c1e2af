/** The annotation processor; nothing of it is called by applications. */
module dev.dovetail.processor {
    requires java.compiler;
    requires dev.dovetail.orm;
    requires static org.jspecify;
}
