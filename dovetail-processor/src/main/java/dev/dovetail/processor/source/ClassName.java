package dev.dovetail.processor.source;

import java.util.List;

/**
 * The name of a class and of those that enclose it.
 *
 * @param packageName the package, empty for the unnamed one
 * @param simpleNames the simple names, outermost first
 */
public record ClassName(String packageName, List<String> simpleNames) {

    /** Copies what can change. */
    public ClassName {
        simpleNames = List.copyOf(simpleNames);
    }

    /** The class's own name. */
    public String simple() {
        return simpleNames.get(simpleNames.size() - 1);
    }

    /** The name as source code writes it with its package: {@code app.Outer.Inner}. */
    public String canonical() {
        return qualify(nested());
    }

    /** The name as the virtual machine knows it: {@code app.Outer$Inner}. */
    public String binary() {
        return qualify(String.join("$", simpleNames));
    }

    /** The name without its package: {@code Outer.Inner}. */
    public String nested() {
        return String.join(".", simpleNames);
    }

    /** The outermost class. */
    public ClassName outermost() {
        return new ClassName(packageName, simpleNames.subList(0, 1));
    }

    /** The metamodel that is written for this entity. */
    public ClassName metamodel() {
        return beside("_");
    }

    /** The mapper that is written for this entity. */
    public ClassName mapper() {
        return beside("_Mapper");
    }

    /** The accessor that is written for this mapped superclass. */
    public ClassName accessor() {
        return beside("_Accessor");
    }

    /** The metamodel's constant: {@code ORDER_LINE} for {@code OrderLine}. */
    public String constant() {
        return Names.upperSnake(simple());
    }

    private ClassName beside(String suffix) {
        return new ClassName(packageName, List.of(String.join("_", simpleNames) + suffix));
    }

    private String qualify(String name) {
        return packageName.isEmpty() ? name : packageName + "." + name;
    }
}
