package dev.dovetail.tests.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Who may know whom.
 *
 * <p>Every package of the published modules has a place in one of the lists below. A package that has none fails the
 * test: give it its place here, which is a decision about its dependencies.
 */
class PackageGraphTest {
    private static final String ROOT = "dev.dovetail";
    private static final String DIALECT = "dev.dovetail.dialect";
    private static final String ORM = "dev.dovetail.orm";
    private static final String MAPPING = "dev.dovetail.orm.mapping";
    private static final String PROCESSOR = "dev.dovetail.processor";
    private static final String TESTKIT = "dev.dovetail.testkit";

    /** The packages of the core, lowest first; a package may use those above it in this list. */
    private static final List<String> CORE_LAYERS = List.of(
            "dev.dovetail.internal",
            ROOT,
            "dev.dovetail.type",
            "dev.dovetail.schema",
            "dev.dovetail.sql",
            "dev.dovetail.catalogue",
            "dev.dovetail.compile",
            "dev.dovetail.integrity",
            "dev.dovetail.engine",
            "dev.dovetail.reflect",
            "dev.dovetail.preview");

    private static final int COMPILE_LAYER = CORE_LAYERS.indexOf("dev.dovetail.compile");

    /** The parts of the ORM with their sub-packages, lowest first; the façade {@value #ORM} is above them all. */
    private static final List<String> ORM_LAYERS = List.of(
            "dev.dovetail.orm.internal.reference",
            MAPPING,
            "dev.dovetail.orm.attribute",
            "dev.dovetail.orm.query",
            "dev.dovetail.orm.generated",
            "dev.dovetail.orm.inspect",
            "dev.dovetail.orm.check",
            "dev.dovetail.orm.internal");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    @DisplayName("the classes of all modules are found")
    void classesAreFound() {
        assertThat(CLASSES).anyMatch(type -> isCore(type.getPackageName()));
        assertThat(CLASSES).anyMatch(type -> isOrm(type.getPackageName()));
        assertThat(CLASSES).anyMatch(type -> isProcessor(type.getPackageName()));
        assertThat(CLASSES).anyMatch(type -> isTestkit(type.getPackageName()));
    }

    @Test
    @DisplayName("every package has its place")
    void everyPackageHasItsPlace() {
        classes()
                .should(be(DescribedPredicate.describe(
                        "in a package that PackageGraphTest lists", type -> hasPlace(type.getPackageName()))))
                .check(CLASSES);
    }

    @Test
    @DisplayName("packages form no cycles")
    void packagesFormNoCycles() {
        slices().assignedFrom(eachPackage()).should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    @DisplayName("a package of the core uses only packages below it")
    void coreUsesOnlyLowerPackages() {
        check(
                "core packages",
                PackageGraphTest::isCoreLayer,
                "use only lower core packages",
                (from, to) -> isCoreLayer(to) && CORE_LAYERS.indexOf(to) <= CORE_LAYERS.indexOf(from));
    }

    @Test
    @DisplayName("a dialect uses only itself, the compiler and what is below that")
    void dialectsUseOnlyTheCompiler() {
        check(
                "dialects",
                PackageGraphTest::isDialect,
                "use only compile and lower",
                (from, to) -> to.equals(from) || isCoreLayer(to) && CORE_LAYERS.indexOf(to) <= COMPILE_LAYER);
    }

    @Test
    @DisplayName("nobody names a dialect, they are services")
    void nobodyNamesADialect() {
        check(
                "packages",
                from -> true,
                "use no dialect but themselves",
                (from, to) -> to.equals(from) || !isDialect(to));
    }

    @Test
    @DisplayName("the core knows neither ORM nor processor")
    void coreStandsAlone() {
        check("core", PackageGraphTest::isCore, "use only the core", (from, to) -> isCore(to));
    }

    @Test
    @DisplayName("a package of the ORM uses only packages below it, and none uses the façade")
    void ormUsesOnlyLowerPackages() {
        check(
                "the ORM",
                PackageGraphTest::isOrm,
                "use only lower ORM packages",
                (from, to) -> !isOrm(to) || ormLayer(to) <= ormLayer(from));
    }

    @Test
    @DisplayName("the ORM uses only what the core exports to everyone")
    void ormUsesOnlyExportedCore() {
        Set<String> exported = exportsToEveryone("dev.dovetail.core");
        check(
                "the ORM",
                PackageGraphTest::isOrm,
                "use only exported core packages",
                (from, to) -> isOrm(to) || exported.contains(to));
    }

    @Test
    @DisplayName("the processor uses only mappings and the core")
    void processorUsesOnlyMappings() {
        Set<String> exported = exportsToEveryone("dev.dovetail.core");
        check(
                "the processor",
                PackageGraphTest::isProcessor,
                "use only mappings and exported core packages",
                (from, to) -> isProcessor(to) || isIn(to, MAPPING) || exported.contains(to));
    }

    @Test
    @DisplayName("the test kit uses only what the core exports to everyone")
    void testkitUsesOnlyExportedCore() {
        Set<String> exported = exportsToEveryone("dev.dovetail.core");
        check(
                "the test kit",
                PackageGraphTest::isTestkit,
                "use only exported core packages",
                (from, to) -> isTestkit(to) || exported.contains(to));
    }

    private static boolean hasPlace(String packageName) {
        return isCoreLayer(packageName)
                || packageName.startsWith(DIALECT + ".")
                || isOrm(packageName) && (packageName.equals(ORM) || ormLayer(packageName) < ORM_LAYERS.size())
                || isProcessor(packageName)
                || isTestkit(packageName);
    }

    private static boolean isCore(String packageName) {
        return isIn(packageName, ROOT) && !isOrm(packageName) && !isProcessor(packageName) && !isTestkit(packageName);
    }

    private static boolean isCoreLayer(String packageName) {
        return CORE_LAYERS.contains(packageName);
    }

    private static boolean isDialect(String packageName) {
        return isIn(packageName, DIALECT);
    }

    private static boolean isOrm(String packageName) {
        return isIn(packageName, ORM);
    }

    private static boolean isProcessor(String packageName) {
        return isIn(packageName, PROCESSOR);
    }

    private static boolean isTestkit(String packageName) {
        return isIn(packageName, TESTKIT);
    }

    private static boolean isIn(String packageName, String parent) {
        return packageName.equals(parent) || packageName.startsWith(parent + ".");
    }

    /** The index in {@link #ORM_LAYERS}, or one more than the last for the façade. */
    private static int ormLayer(String packageName) {
        for (int layer = 0; layer < ORM_LAYERS.size(); layer++) {
            if (isIn(packageName, ORM_LAYERS.get(layer))) {
                return layer;
            }
        }
        return ORM_LAYERS.size();
    }

    private static Set<String> exportsToEveryone(String moduleName) {
        try {
            for (URL url :
                    Collections.list(PackageGraphTest.class.getClassLoader().getResources("module-info.class"))) {
                try (InputStream stream = url.openStream()) {
                    ModuleDescriptor descriptor = ModuleDescriptor.read(stream);
                    if (descriptor.name().equals(moduleName)) {
                        return descriptor.exports().stream()
                                .filter(export -> !export.isQualified())
                                .map(ModuleDescriptor.Exports::source)
                                .collect(toUnmodifiableSet());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no module " + moduleName + " on the class path");
    }

    /** Checks each use of one Dovetail package by another. The rule gets the using and the used package. */
    private static void check(String whose, Predicate<String> users, String what, BiPredicate<String, String> allowed) {
        classes()
                .that(DescribedPredicate.describe("belong to " + whose, type -> users.test(type.getPackageName())))
                .should(new ArchCondition<>(what) {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                            String used = dependency
                                    .getTargetClass()
                                    .getBaseComponentType()
                                    .getPackageName();
                            if (isIn(used, ROOT) && !allowed.test(type.getPackageName(), used)) {
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                            }
                        }
                    }
                })
                // The lists may run ahead of the code; that classes are found at all is a test of its own.
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static SliceAssignment eachPackage() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
    }
}
