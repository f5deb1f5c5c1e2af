package dev.dovetail.processor.read;

import static dev.dovetail.orm.mapping.model.Rule.CONVERTER;

import dev.dovetail.orm.mapping.model.ColumnType;
import dev.dovetail.processor.read.ColumnTypes.Stored;
import dev.dovetail.processor.source.FieldType;
import dev.dovetail.processor.source.TypeExpression;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads {@code @Convert}: what the converter stores decides on the column. */
final class ConvertReader {

    private static final String INTERFACE = "dev.dovetail.orm.mapping.Converter";

    private final EntityDraft draft;
    private final VariableElement field;
    private final String path;
    private final Types types;

    ConvertReader(EntityDraft draft, VariableElement field, String path, Types types) {
        this.draft = draft;
        this.field = field;
        this.path = path;
        this.types = types;
    }

    /** The column's type, empty if it was reported why there is none. */
    Optional<Stored> read(AnnotationUse use, @Nullable AnnotationUse column, ColumnTypes.Unusable unusable) {
        TypeMirror with = use.type("with");
        if (with == null) {
            return Optional.empty(); // a class that does not compile is the compiler's to report
        }
        TypeElement converter = ClassNames.element(with);
        if (!usable(converter)) {
            return Optional.empty();
        }
        List<? extends TypeMirror> arguments = arguments(with);
        if (arguments.size() != 2) {
            return refuse(converter.getSimpleName() + " does not say what it converts; implement Converter<"
                    + ClassNames.label(boxed(FieldTypes.ofColumn(field))) + ", …>");
        }
        if (!types.isSameType(arguments.get(0), boxed(FieldTypes.ofColumn(field)))) {
            return refuse(converter.getSimpleName() + " converts " + ClassNames.label(arguments.get(0))
                    + ", but the field is " + ClassNames.label(FieldTypes.ofColumn(field)));
        }
        Optional<Stored> stored = ColumnTypes.of(arguments.get(1), column, unusable);
        if (stored.isEmpty()) {
            return refuse(converter.getSimpleName() + " stores " + ClassNames.label(arguments.get(1))
                    + ", which no column has; columns have " + ColumnTypes.SUPPORTED);
        }
        Optional<FieldType> value = FieldTypes.of(boxed(FieldTypes.ofColumn(field)));
        if (value.isEmpty()) {
            return refuse("a field that is converted has a type without wildcards and variables; give it one");
        }
        return Optional.of(stored(converter, value.get(), stored.get()));
    }

    private Stored stored(TypeElement converter, FieldType value, Stored stored) {
        boolean primitive = FieldTypes.ofColumn(field).getKind().isPrimitive();
        String javaType = primitive
                ? FieldTypes.ofColumn(field).getKind().name().toLowerCase(java.util.Locale.ROOT)
                : value.raw().canonical() + "[]".repeat(value.dimensions());
        ColumnType type = stored.type();
        return new Stored(
                new ColumnType(javaType, type.kind(), type.length(), type.precision(), type.scale()),
                TypeExpression.converted(ClassNames.of(converter), value, primitive, stored.expression()));
    }

    private boolean usable(TypeElement converter) {
        boolean constructible = ElementFilter.constructorsIn(converter.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getParameters().isEmpty())
                .anyMatch(constructor -> reachable(constructor, converter));
        boolean inner = converter.getNestingKind().isNested()
                && !converter.getModifiers().contains(Modifier.STATIC);
        if (!converter.getTypeParameters().isEmpty()
                || converter.getModifiers().contains(Modifier.ABSTRACT)
                || inner
                || !constructible
                || !reachable(converter, converter)) {
            refuse("an object of " + converter.getSimpleName()
                    + " cannot be made: a converter is a class without type parameters, static if it is nested, whose"
                    + " constructor without arguments the package of " + draft.name.simple() + " can reach");
            return false;
        }
        return true;
    }

    private boolean reachable(Element element, TypeElement converter) {
        boolean samePackage = ClassNames.of(converter).packageName().equals(draft.name.packageName());
        return samePackage
                ? !element.getModifiers().contains(Modifier.PRIVATE)
                : element.getModifiers().contains(Modifier.PUBLIC);
    }

    /** The type arguments of {@code Converter}, wherever among the supertypes it stands. */
    private List<? extends TypeMirror> arguments(TypeMirror type) {
        if (ClassNames.is(type, INTERFACE)) {
            return ((DeclaredType) type).getTypeArguments();
        }
        return types.directSupertypes(type).stream()
                .map(this::arguments)
                .filter(arguments -> !arguments.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? types.boxedClass(primitive).asType()
                : type;
    }

    private Optional<Stored> refuse(String message) {
        draft.findings.add(draft.report(CONVERTER, path, message).at("Convert", "with"));
        return Optional.empty();
    }
}
