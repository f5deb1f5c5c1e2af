package dev.dovetail.processor.read;

import static dev.dovetail.orm.mapping.model.Rule.UNUSABLE_DEFAULT;

import dev.dovetail.orm.mapping.model.ColumnModel;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads {@code @Default}, and sees to it that the method it names can be called. */
final class DefaultReader {

    private final EntityDraft draft;
    private final VariableElement field;
    /** The field's name; a path for a component of an embedded record. */
    private final String path;

    private final Types types;

    DefaultReader(EntityDraft draft, VariableElement field, String path, Types types) {
        this.draft = draft;
        this.field = field;
        this.path = path;
        this.types = types;
    }

    ColumnModel read(ColumnModel model) {
        AnnotationUse use = AnnotationUse.of(field, "Default").orElse(null);
        if (use == null) {
            return model;
        }
        String sql = use.text("sql");
        String client = use.text("client");
        if (sql.isBlank() == client.isBlank()) {
            report(
                    null,
                    sql.isBlank() ? "@Default needs sql = … or client = …" : "@Default has sql and client; keep one");
            return model;
        }
        if (model.type().primitive()) {
            report(
                    null,
                    "a default replaces null, which a field of type "
                            + model.type().javaType() + " never is; use the wrapper, or initialise the field");
            return model;
        }
        if (!sql.isBlank()) {
            return model.defaultSql(sql);
        }
        String unusable = unusable(client);
        if (unusable != null) {
            report("client", unusable);
            return model;
        }
        return model.clientDefault(client);
    }

    private @Nullable String unusable(String name) {
        String wanted = "static " + ClassNames.label(FieldTypes.ofColumn(field)) + " " + name + "()";
        String entity = draft.name.simple();
        ExecutableElement method = ElementFilter.methodsIn(draft.element.getEnclosedElements()).stream()
                .filter(candidate -> candidate.getSimpleName().contentEquals(name))
                .filter(candidate -> candidate.getParameters().isEmpty())
                .findFirst()
                .orElse(null);
        if (method == null) {
            return entity + " has no method " + name + "() without parameters; add " + wanted;
        }
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            return entity + "." + name + "() is not static; make it " + wanted;
        }
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            return entity + "." + name + "() is private, and the generated mapper calls it; make it " + wanted;
        }
        if (!method.getThrownTypes().isEmpty()) {
            return entity + "." + name + "() declares exceptions, which nobody could handle; make it " + wanted;
        }
        if (!types.isAssignable(method.getReturnType(), FieldTypes.ofColumn(field))) {
            return entity + "." + name + "() returns " + ClassNames.label(method.getReturnType())
                    + ", which does not fit the field; make it " + wanted;
        }
        return null;
    }

    private void report(@Nullable String element, String message) {
        draft.findings.add(draft.report(UNUSABLE_DEFAULT, path, message).at("Default", element));
    }
}
