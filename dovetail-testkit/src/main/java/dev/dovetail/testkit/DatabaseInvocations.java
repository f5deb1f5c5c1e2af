package dev.dovetail.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Makes of a test one for each database. */
final class DatabaseInvocations implements TestTemplateInvocationContextProvider {

    private static final List<TestDatabase> CHOSEN = chosen(System.getProperty("databases", ""));

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return CHOSEN.stream().map(Invocation::new);
    }

    private static List<TestDatabase> chosen(String wanted) {
        List<TestDatabase> all = new ArrayList<>();
        ServiceLoader.load(TestDatabase.class).forEach(all::add);
        if (all.isEmpty()) {
            throw new IllegalStateException("there is no service " + TestDatabase.class.getName()
                    + ": name an implementation in META-INF/services, or in a module-info by \"provides\"");
        }
        if (wanted.isBlank()) {
            return all;
        }
        List<TestDatabase> chosen = new ArrayList<>();
        for (String name : wanted.trim().split("\\s*,\\s*")) {
            chosen.add(all.stream()
                    .filter(database -> database.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("-Ddatabases names " + name + "; there are "
                            + all.stream().map(TestDatabase::name).toList())));
        }
        return chosen;
    }

    private record Invocation(TestDatabase database) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return database.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new DatabaseExtension(database));
        }
    }
}
