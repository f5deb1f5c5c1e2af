package dev.dovetail.processor.read;

import dev.dovetail.processor.source.ClassName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Names of compiler types. They are taken from elements: a type's own text has its annotations in it. */
public final class ClassNames {

    private ClassNames() {}

    /** The name of a class. */
    public static ClassName of(TypeElement type) {
        Deque<String> simpleNames = new ArrayDeque<>();
        Element element = type;
        while (element instanceof TypeElement) {
            simpleNames.addFirst(element.getSimpleName().toString());
            element = element.getEnclosingElement();
        }
        String packageName = element instanceof PackageElement enclosing
                ? enclosing.getQualifiedName().toString()
                : "";
        return new ClassName(packageName, List.copyOf(simpleNames));
    }

    /** The element of a class type. */
    static TypeElement element(TypeMirror type) {
        return (TypeElement) ((DeclaredType) type).asElement();
    }

    /** Whether a type is this class, whatever its type arguments. */
    static boolean is(TypeMirror type, String qualifiedName) {
        return type.getKind() == TypeKind.DECLARED
                && element(type).getQualifiedName().contentEquals(qualifiedName);
    }

    /** A type as messages write it: simple names only. */
    static String label(TypeMirror type) {
        if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
            String arguments = String.join(
                    ", ",
                    declared.getTypeArguments().stream().map(ClassNames::label).toList());
            return element(type).getSimpleName() + (arguments.isEmpty() ? "" : "<" + arguments + ">");
        }
        return type.getKind() == TypeKind.ARRAY ? label(((ArrayType) type).getComponentType()) + "[]" : type.toString();
    }
}
