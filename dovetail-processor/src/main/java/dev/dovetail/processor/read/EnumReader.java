package dev.dovetail.processor.read;

import static dev.dovetail.orm.mapping.model.Rule.ENUM_STORAGE;

import dev.dovetail.orm.mapping.EnumStorage;
import dev.dovetail.orm.mapping.model.ColumnType;
import dev.dovetail.processor.read.ColumnTypes.Stored;
import dev.dovetail.processor.source.ClassName;
import dev.dovetail.processor.source.Names;
import dev.dovetail.processor.source.TypeExpression;
import dev.dovetail.type.Types;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads {@code @Enumerated}: what the column of an enum holds. */
final class EnumReader {

    private final EntityDraft draft;
    private final VariableElement field;
    private final String path;

    EnumReader(EntityDraft draft, VariableElement field, String path) {
        this.draft = draft;
        this.field = field;
        this.path = path;
    }

    /** The column's type, empty if it was reported why there is none. */
    Optional<Stored> read(AnnotationUse use, @Nullable AnnotationUse column, ColumnTypes.Unusable unusable) {
        if (!FieldTypes.isEnum(FieldTypes.ofColumn(field))) {
            return refuse(
                    null,
                    "@Enumerated stands on an enum, and " + ClassNames.label(FieldTypes.ofColumn(field)) + " is none");
        }
        TypeElement type = ClassNames.element(FieldTypes.ofColumn(field));
        ClassName name = ClassNames.of(type);
        EnumStorage storage = use.constant("value", EnumStorage.class);
        if (use.given("code") != (storage == EnumStorage.CODE)) {
            return refuse(
                    "code",
                    storage == EnumStorage.CODE
                            ? "CODE needs code = …, the name of a method of " + name.simple()
                            : "code is for EnumStorage.CODE");
        }
        if (use.given("type") && storage != EnumStorage.NATIVE) {
            return refuse("type", "type is for EnumStorage.NATIVE");
        }
        return switch (storage) {
            case NAME -> ColumnTypes.of(FieldTypes.ofColumn(field), column, unusable);
            case ORDINAL -> {
                refuseLimits(column, unusable);
                yield Optional.of(new Stored(
                        ColumnType.of(name.canonical(), Types.INTEGER),
                        TypeExpression.enumByCode(name, name, "ordinal", TypeExpression.of("INTEGER"))));
            }
            case NATIVE -> {
                refuseLimits(column, unusable);
                String given = use.text("type");
                var stored = Types.NATIVE(given.isBlank() ? Names.snake(name.simple()) : given);
                yield Optional.of(new Stored(
                        ColumnType.of(name.canonical(), stored),
                        TypeExpression.enumByCode(
                                name, name, "name", TypeExpression.of("NATIVE(\"" + stored.nativeName() + "\")"))));
            }
            case CODE -> byCode(type, name, use.text("code"), column, unusable);
        };
    }

    private Optional<Stored> byCode(
            TypeElement type,
            ClassName name,
            String code,
            @Nullable AnnotationUse column,
            ColumnTypes.Unusable unusable) {
        ExecutableElement method = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(candidate -> candidate.getSimpleName().contentEquals(code))
                .filter(candidate -> candidate.getParameters().isEmpty())
                .findFirst()
                .orElse(null);
        if (method == null
                || method.getModifiers().contains(Modifier.STATIC)
                || method.getModifiers().contains(Modifier.PRIVATE)) {
            return refuse(
                    "code",
                    name.simple() + " has no method " + code + "() without parameters that gives a constant's code;"
                            + " add one that is neither static nor private");
        }
        Optional<Stored> stored = ColumnTypes.of(method.getReturnType(), column, unusable);
        if (stored.isEmpty()) {
            return refuse(
                    "code",
                    name.simple() + "." + code + "() gives " + ClassNames.label(method.getReturnType())
                            + ", which no column has; columns have " + ColumnTypes.SUPPORTED);
        }
        ColumnType codes = stored.get().type();
        return Optional.of(new Stored(
                new ColumnType(name.canonical(), codes.kind(), codes.length(), codes.precision(), codes.scale()),
                TypeExpression.enumByCode(name, name, code, stored.get().expression())));
    }

    private static void refuseLimits(@Nullable AnnotationUse column, ColumnTypes.Unusable unusable) {
        for (String element : java.util.List.of("length", "precision", "scale")) {
            if (column != null && column.given(element)) {
                unusable.report(
                        element, element + " says nothing of a constant's position or of the database's own type");
            }
        }
    }

    private Optional<Stored> refuse(@Nullable String element, String message) {
        draft.findings.add(draft.report(ENUM_STORAGE, path, message).at("Enumerated", element));
        return Optional.empty();
    }
}
