package dev.dovetail.testkit;

import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/** One run of a test on one database: hands it over, sees that what it lacks is refused, and cleans up. */
final class DatabaseExtension
        implements ParameterResolver, InvocationInterceptor, TestExecutionExceptionHandler, AfterEachCallback {

    private final Database database;

    DatabaseExtension(TestDatabase testDatabase) {
        database = new Database(testDatabase);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Database.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return database;
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        List<Capability> required = required(context);
        List<Capability> missing = required.stream()
                .filter(capability -> !database.has(capability))
                .toList();
        if (missing.isEmpty()) {
            abortWhereItCannotBeShown(required);
            invocation.proceed();
            return;
        }
        try {
            invocation.proceed();
        } catch (UsageException e) {
            if (e.code().equals("DVT-SQL-UNSUPPORTED")) {
                return;
            }
            throw e;
        }
        throw new AssertionError(database.dialect().name() + " is said to lack " + missing + ", and "
                + context.getRequiredTestMethod().getName()
                + " succeeds on it: the dialect has more than it says, or the test does not need what it requires");
    }

    private static List<Capability> required(ExtensionContext context) {
        List<Capability> required = new ArrayList<>();
        for (var element : List.of(context.getRequiredTestMethod(), context.getRequiredTestClass())) {
            AnnotationSupport.findAnnotation(element, Requires.class)
                    .ifPresent(annotation -> required.addAll(List.of(annotation.value())));
        }
        return required;
    }

    private void abortWhereItCannotBeShown(List<Capability> required) {
        for (Capability capability : required) {
            database.cannotShow(capability).ifPresent(reason -> {
                throw new TestAbortedException(capability + " on " + database.name() + ": " + reason);
            });
        }
    }

    // Reports of a build number the runs of a test, and do not name them.
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (failure instanceof TestAbortedException) {
            throw failure;
        }
        throw new AssertionError("on " + database.name() + ": " + failure, failure);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            // A test that failed may well have left something open, and has said enough.
            if (context.getExecutionException().isEmpty()) {
                database.requireNothingInUse();
            }
        } finally {
            database.close();
        }
    }
}
