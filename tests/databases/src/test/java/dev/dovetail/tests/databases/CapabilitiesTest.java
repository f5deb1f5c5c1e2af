package dev.dovetail.tests.databases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.compile.Capability;
import dev.dovetail.testkit.Requires;
import dev.dovetail.testkit.Shows;
import java.lang.reflect.AnnotatedElement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** What the guide says of the databases has been run on them. */
class CapabilitiesTest {

    @Test
    void everyCapabilityIsShown() {
        Set<Capability> shown = EnumSet.noneOf(Capability.class);
        for (String tests : List.of("dev.dovetail.testkit.contract", "dev.dovetail.tests.databases")) {
            for (Class<?> type : ReflectionSupport.findAllClassesInPackage(tests, each -> true, name -> true)) {
                Stream.concat(Stream.of(type), Stream.of(type.getDeclaredMethods()))
                        .forEach(element -> addTo(shown, element));
            }
        }
        assertThat(shown)
                .as("capabilities that a test requires or shows; write one, with @Requires or @Shows")
                .containsExactly(Capability.values());
    }

    private static void addTo(Set<Capability> shown, AnnotatedElement element) {
        AnnotationSupport.findAnnotation(element, Requires.class)
                .ifPresent(requires -> shown.addAll(List.of(requires.value())));
        AnnotationSupport.findAnnotation(element, Shows.class).ifPresent(shows -> shown.addAll(List.of(shows.value())));
    }
}
