/**
 * Auto-configuration of what makes Kafka visible.
 */
@NullMarked
package io.tracingstarter.autoconfigure.instrument.kafka;

import org.jspecify.annotations.NullMarked;
