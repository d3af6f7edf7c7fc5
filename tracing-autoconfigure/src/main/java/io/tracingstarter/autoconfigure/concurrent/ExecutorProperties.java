package io.tracingstarter.autoconfigure.concurrent;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which executors take the ids along to their threads.
 *
 * @param enabled Whether the tasks of executor beans take the trace and the correlation
 * id along to their threads.
 * @param exclude Names of executor beans that are left as they are.
 */
@ConfigurationProperties("tracing.executors")
public record ExecutorProperties(@DefaultValue("true") boolean enabled, @DefaultValue Set<String> exclude) {

}
