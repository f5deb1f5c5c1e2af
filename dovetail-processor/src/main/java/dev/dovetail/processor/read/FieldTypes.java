package dev.dovetail.processor.read;

import dev.dovetail.processor.source.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Types of fields as generated code writes them. */
final class FieldTypes {

    private FieldTypes() {}

    /** A class with its type arguments, or an array of it; empty for what has wildcards, variables or primitives in it. */
    static Optional<FieldType> of(TypeMirror type) {
        if (type instanceof ArrayType array && type.getKind() == TypeKind.ARRAY) {
            return of(array.getComponentType())
                    .map(component ->
                            new FieldType(component.raw(), component.arguments(), component.dimensions() + 1, false));
        }
        if (!(type instanceof DeclaredType declared) || type.getKind() != TypeKind.DECLARED) {
            return Optional.empty();
        }
        List<FieldType> arguments = new ArrayList<>();
        for (TypeMirror argument : declared.getTypeArguments()) {
            Optional<FieldType> read = of(argument);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(read.get());
        }
        return Optional.of(new FieldType(ClassNames.of(ClassNames.element(type)), arguments, 0, false));
    }

    /** Whether a field holds the value of a column that is not read with its row. */
    static boolean isDeferred(TypeMirror type) {
        return ClassNames.is(type, "dev.dovetail.orm.attribute.Deferred");
    }

    /** The type of a field's column: what a {@code Deferred} holds, or else the field's own. */
    static TypeMirror ofColumn(VariableElement field) {
        TypeMirror type = field.asType();
        return isDeferred(type) && !((DeclaredType) type).getTypeArguments().isEmpty()
                ? ((DeclaredType) type).getTypeArguments().get(0)
                : type;
    }

    /** Whether a type is an enum. */
    static boolean isEnum(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED && ClassNames.element(type).getKind() == ElementKind.ENUM;
    }
}
