package io.tracingstarter.autoconfigure.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.tracingstarter.test.RecordedTraces;

import org.springframework.boot.micrometer.tracing.test.autoconfigure.AutoConfigureTracing;

/**
 * Lets a test see the traces of the application it starts.
 * <p>
 * Put it beside {@code @SpringBootTest}. Tracing is on, every trace is kept, and a
 * {@link RecordedTraces} bean has them. The exporters of the application's configuration
 * stay off, so that a test connects to no backend.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@AutoConfigureTracing
public @interface AutoConfigureTracingTest {

}
