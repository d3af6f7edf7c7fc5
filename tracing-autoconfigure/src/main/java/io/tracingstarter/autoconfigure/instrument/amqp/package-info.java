/**
 * Auto-configuration of what makes RabbitMQ visible.
 */
@NullMarked
package io.tracingstarter.autoconfigure.instrument.amqp;

import org.jspecify.annotations.NullMarked;
