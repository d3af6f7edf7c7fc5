/**
 * Makes visible what a service sends and receives through Kafka.
 */
@NullMarked
package io.tracingstarter.instrument.kafka;

import org.jspecify.annotations.NullMarked;
